/** Brings the events of the system before, {@code eventstore.events}, into the log while that system goes on writing. */
@NullMarked
package dev.vesper.eventstore.olddata;

import org.jspecify.annotations.NullMarked;
