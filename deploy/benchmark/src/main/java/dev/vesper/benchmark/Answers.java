package dev.vesper.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the callers of one run were answered, for {@link LogAudit}. Each caller notes into a list of its own. */
final class Answers {
    private final List<OfCaller> callers = new CopyOnWriteArrayList<>();

    OfCaller ofCaller() {
        var own = new OfCaller();
        callers.add(own);
        return own;
    }

    List<OfCaller> all() {
        return callers;
    }

    /** Plain arrays: millions of answers are kept while the clock runs. */
    static final class OfCaller {
        private static final int COLUMNS = 5;

        private long[] cells = new long[1024 * COLUMNS];
        private int used;

        void note(UUID pushId, long position, int inTxOrder, long sequence) {
            if (used == cells.length) {
                cells = Arrays.copyOf(cells, 2 * used);
            }
            cells[used++] = pushId.getMostSignificantBits();
            cells[used++] = pushId.getLeastSignificantBits();
            cells[used++] = position;
            cells[used++] = inTxOrder;
            cells[used++] = sequence;
        }

        int count() {
            return used / COLUMNS;
        }

        UUID pushId(int row) {
            return new UUID(cells[row * COLUMNS], cells[row * COLUMNS + 1]);
        }

        long position(int row) {
            return cells[row * COLUMNS + 2];
        }

        int inTxOrder(int row) {
            return (int) cells[row * COLUMNS + 3];
        }

        long sequence(int row) {
            return cells[row * COLUMNS + 4];
        }
    }
}
