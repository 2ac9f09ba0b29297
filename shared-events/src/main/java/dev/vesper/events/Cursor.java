package dev.vesper.events;

import java.util.Comparator;

/** A place in the global order of events. Cursors, pages, tokens and dedupe all use the pair. */
public record Cursor(long position, int inTxOrder) implements Comparable<Cursor> {
    /** Before every event. */
    public static final Cursor START = new Cursor(-1, -1);

    private static final Comparator<Cursor> ORDER =
            Comparator.comparingLong(Cursor::position).thenComparingInt(Cursor::inTxOrder);

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Cursor other) {
        return compareTo(other) > 0;
    }
}
