/**
 * The append-only log: atomic pushes with expectations, preconditions, unique constraints and end markers, and reads by
 * aggregate, by filter and in the global order. {@link dev.vesper.eventstore.log.EventLog} is the door.
 */
@NullMarked
package dev.vesper.eventstore.log;

import org.jspecify.annotations.NullMarked;
