package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which partitions are due a watermark, so that every reader can prove that nothing is missing: soon for a partition that
 * fell behind the others, seldom for one that is merely idle. A watermark repeats the last event relayed to any partition;
 * never the horizon, for the reason in read_global_order.sql.
 */
final class Watermarks {
    private final long busyNanos;
    private final long idleNanos;
    private final Map<Integer, Mark> last = new TreeMap<>();

    /** @param resumed by partition, the last cursor that the topic holds */
    Watermarks(Duration busy, Duration idle, Map<Integer, Cursor> resumed, long nowNanos) {
        this.busyNanos = busy.toNanos();
        this.idleNanos = idle.toNanos();
        resumed.forEach((partition, cursor) -> last.put(partition, new Mark(cursor, nowNanos - idleNanos)));
    }

    /** The last cursor that this partition holds: what is not after it is there already. */
    Cursor last(int partition) {
        return last.getOrDefault(partition, Mark.NEVER).cursor();
    }

    /** A record, event or watermark, stands in the partition now. */
    void recorded(int partition, Cursor cursor, long nowNanos) {
        last.put(partition, new Mark(cursor, nowNanos));
    }

    /** @param relayed everything up to here stands in the topic, or will with the same transaction */
    List<Integer> due(Cursor relayed, long nowNanos) {
        return last.entrySet().stream()
                .filter(entry -> isDue(entry.getValue(), relayed, nowNanos))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isDue(Mark mark, Cursor relayed, long nowNanos) {
        long silentNanos = nowNanos - mark.atNanos();
        boolean behind = relayed.isAfter(mark.cursor());
        // While the topic is being caught up with, a partition may be ahead; its next record must not go back.
        return relayed.isAfter(Cursor.START)
                && !mark.cursor().isAfter(relayed)
                && (behind ? silentNanos >= busyNanos : silentNanos >= idleNanos);
    }

    private record Mark(Cursor cursor, long atNanos) {
        static final Mark NEVER = new Mark(Cursor.START, 0);
    }
}
