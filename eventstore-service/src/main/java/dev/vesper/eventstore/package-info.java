/** Decides, appends to the log and relays it to Kafka. */
@NullMarked
package dev.vesper.eventstore;

import org.jspecify.annotations.NullMarked;
