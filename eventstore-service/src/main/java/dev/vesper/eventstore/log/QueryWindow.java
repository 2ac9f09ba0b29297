package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;

/** The part of the global order that a query is about; both ends are exclusive. */
record QueryWindow(Cursor low, Cursor high) {
    /** Of a query that may be read up to the horizon. */
    static QueryWindow of(LogQuery query, long horizon) {
        Cursor low = query.descending()
                ? query.until().orElse(Cursor.START)
                : query.after().orElse(Cursor.START);
        QueryWindow all = new QueryWindow(low, before(horizon));
        return (query.descending() ? query.after() : query.until())
                .map(all::endingBefore)
                .orElse(all);
    }

    /** Without the positions below this. */
    QueryWindow from(long position) {
        Cursor other = new Cursor(position - 1, Integer.MAX_VALUE);
        return other.isAfter(low) ? new QueryWindow(other, high) : this;
    }

    /** Without this position and those above. */
    QueryWindow below(long position) {
        return endingBefore(before(position));
    }

    /** Where reading begins. */
    Cursor start(boolean descending) {
        return descending ? high : low;
    }

    /** Where reading ends. */
    Cursor end(boolean descending) {
        return descending ? low : high;
    }

    private QueryWindow endingBefore(Cursor other) {
        return high.isAfter(other) ? new QueryWindow(low, other) : this;
    }

    private static Cursor before(long position) {
        return new Cursor(position, -1);
    }
}
