/** Carries committed events from the log to Kafka: once, in order, by one leader at a time. */
@NullMarked
package dev.vesper.eventstore.relay;

import org.jspecify.annotations.NullMarked;
