package dev.vesper.notifier.automation;

import dev.vesper.events.Cursor;

/**
 * How far a partition has been read.
 *
 * @param cursor the last event; what is not after it has been handled already, whatever its offset
 */
record Checkpoint(long nextOffset, Cursor cursor) {}
