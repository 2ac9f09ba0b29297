package dev.vesper.projection.log;

import dev.vesper.events.Cursor;
import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.proto.internal.v1.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the log for one reader that takes one after the other: the read for a page goes on for the next ones. A page that is
 * not full means that the log had no more at some time after the last such page.
 */
final class ReadAhead {
    /** Longer reads only run into their deadline. */
    private static final int PAGES_PER_READ = 20;

    private final Opener opener;
    private @Nullable OpenRead open;
    private Cursor place = Cursor.START;
    private int left;

    /** Begins a read. */
    interface Opener {
        OpenRead open(Cursor after, int limit);
    }

    ReadAhead(Opener opener) {
        this.opener = opener;
    }

    /** @throws LogUnavailable when nobody answers */
    List<StoredEvent> page(Cursor after, int limit) {
        boolean goesOn = open != null && after.equals(place);
        try {
            return read(after, limit);
        } catch (LogUnavailable e) {
            close();
            if (!goesOn) {
                throw e;
            }
            // It may have been left alone for too long; a new one tells.
            return read(after, limit);
        }
    }

    private List<StoredEvent> read(Cursor after, int limit) {
        if (open != null && !after.equals(place)) {
            close();
        }
        place = after;
        List<StoredEvent> page = new ArrayList<>(limit);
        while (page.size() < limit) {
            StoredEvent next = next(limit);
            if (next == null) {
                return page;
            }
            page.add(next);
            place = new Cursor(next.getPosition(), next.getInTxOrder());
        }
        return page;
    }

    /** @return null when the log has no more */
    private @Nullable StoredEvent next(int limit) {
        if (open == null) {
            left = limit * PAGES_PER_READ;
            open = opener.open(place, left);
        }
        StoredEvent next = open.take();
        if (next != null) {
            left--;
            return next;
        }
        open = null;
        boolean hasMore = left == 0;
        return hasMore ? next(limit) : null;
    }

    private void close() {
        if (open != null) {
            open.cancel();
            open = null;
        }
    }
}
