package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;

/** How far one partition has come. Belongs to the projection's own thread. */
final class PartitionState {
    static final long UNKNOWN_OFFSET = -1;

    private final int partition;
    private final boolean catchingUp;
    private final int generation;
    private Cursor written;
    private Cursor seen;
    private long nextOffset;
    private long writtenOffset;
    private boolean passedEvents;

    PartitionState(int partition, Cursor written, long nextOffset, boolean catchingUp, int generation) {
        this.partition = partition;
        this.written = written;
        this.seen = written;
        this.nextOffset = nextOffset;
        this.writtenOffset = nextOffset;
        this.catchingUp = catchingUp;
        this.generation = generation;
    }

    int partition() {
        return partition;
    }

    /** Whether the log must be read before the topic. */
    boolean catchingUp() {
        return catchingUp;
    }

    /** All up to here is applied or does not concern the view; the checkpoint may stand before it. */
    Cursor seen() {
        return seen;
    }

    long nextOffset() {
        return nextOffset;
    }

    /** Whether the checkpoint stands before what was seen. */
    boolean lagsBehind() {
        return !seen.equals(written) || nextOffset != writtenOffset;
    }

    /** Whether it does so by events that somebody may wait for, and not by watermarks alone. */
    boolean lagsBehindEvents() {
        return passedEvents;
    }

    /** What brings the checkpoint to {@code cursor}, or to what was seen already if that is later. */
    CheckpointMove moveTo(Cursor cursor, long offset) {
        return new CheckpointMove(
                partition, written, cursor.isAfter(seen) ? cursor : seen, Math.max(offset, nextOffset), generation);
    }

    CheckpointMove moveToSeen() {
        return moveTo(seen, nextOffset);
    }

    /** What was known before was of records that are gone. */
    void goOnAt(long offset) {
        nextOffset = offset;
        writtenOffset = offset;
    }

    /** Nothing that concerns the view stands before it; other events may. */
    void pass(Cursor cursor, long offset, boolean events) {
        passedEvents |= events;
        see(cursor, offset);
    }

    private void see(Cursor cursor, long offset) {
        seen = cursor.isAfter(seen) ? cursor : seen;
        nextOffset = Math.max(offset, nextOffset);
    }

    /** The checkpoint now stands there. */
    void moved(CheckpointMove move) {
        see(move.to(), move.offset());
        written = move.to();
        writtenOffset = move.offset();
        passedEvents = false;
    }
}
