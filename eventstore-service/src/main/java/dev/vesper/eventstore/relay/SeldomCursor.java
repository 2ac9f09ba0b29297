package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Writes down how far a leader has come, more seldom than it commits: what the next one goes by is the topic itself, and a
 * write per transaction costs the database as much as the reading does.
 */
final class SeldomCursor {
    private final RelayCursor stored;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private Cursor reached = Cursor.START;
    private Cursor written = Cursor.START;
    private long writtenNanos;

    SeldomCursor(RelayCursor stored, Duration interval, LongSupplier nanoTime) {
        this.stored = stored;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        // The first is written at once, so that everybody sees who leads.
        this.writtenNanos = nanoTime.getAsLong() - intervalNanos;
    }

    /** Everything up to here stands in the topic. */
    void reached(Cursor upTo) {
        reached = upTo;
    }

    /**
     * Writes what was reached, when that is due.
     *
     * @return false when a leader of a later epoch has written
     */
    boolean keep(long epoch) {
        long now = nanoTime.getAsLong();
        if (!reached.isAfter(written) || now - writtenNanos < intervalNanos) {
            return true;
        }
        writtenNanos = now;
        written = reached;
        return stored.move(epoch, reached);
    }
}
