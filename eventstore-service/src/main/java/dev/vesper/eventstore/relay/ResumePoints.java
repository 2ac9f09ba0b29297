package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From where each partition goes on after a change of leader. */
record ResumePoints(Map<Integer, Cursor> byPartition) {
    /**
     * The tail of the topic counts. Only where all records of a partition have been deleted by age, the database's cursor
     * stands in for them.
     */
    static ResumePoints of(List<Integer> partitions, TopicTail.Tail tail, Map<Integer, Cursor> remembered) {
        Map<Integer, Cursor> points = new TreeMap<>();
        for (int partition : partitions) {
            Cursor emptied = tail.emptied().contains(partition)
                    ? remembered.getOrDefault(partition, Cursor.START)
                    : Cursor.START;
            points.put(partition, tail.last().getOrDefault(partition, emptied));
        }
        return new ResumePoints(points);
    }

    /** Where reading starts; partitions that are further pass over what they have. */
    Cursor earliest() {
        return byPartition.values().stream().min(Comparator.naturalOrder()).orElse(Cursor.START);
    }

    Cursor latest() {
        return byPartition.values().stream().max(Comparator.naturalOrder()).orElse(Cursor.START);
    }
}
