package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds what is in the topic against what is in the log. */
final class Audit {
    private Audit() {}

    /** Waits until all is relayed, and then finds each event once, in the order of its key, and no watermark too high. */
    static void relaysAll(RelayUnderTest relay, EventLog log) {
        List<RecordedEvent> written = written(relay, log);
        await(
                "all %d events are in the topic, which has %d".formatted(written.size(), relay.events.size()),
                () -> relay.poll().events.size() >= written.size());
        holdsNothingTwice(relay, written);
        watermarksPromiseNothingThatIsMissing(relay, written);
    }

    /** Waits until each partition proves that nothing up to the last event is missing in it. */
    static void provesThatAllIsThere(RelayUnderTest relay, EventLog log) {
        Cursor last = last(relay, log);
        await("each partition has a record that stands at the last event", () -> {
            Map<Integer, Cursor> tails = new TreeMap<>();
            relay.poll().records.forEach(found -> tails.put(found.partition(), cursor(found)));
            return tails.size() == relay.topic.partitions()
                    && tails.values().stream().noneMatch(tail -> last.isAfter(tail));
        });
        watermarksPromiseNothingThatIsMissing(relay, written(relay, log));
    }

    static void holdsNothingTwice(RelayUnderTest relay, List<RecordedEvent> written) {
        assertThat(byKey(relay.events)).isEqualTo(byKey(written));
    }

    /** All that was committed. The log holds back what stands above a transaction that is open, whoever's that is. */
    static List<RecordedEvent> written(RelayUnderTest relay, EventLog log) {
        long committed = relay.committed();
        List<RecordedEvent> shown = new ArrayList<>();
        await("the log shows all %d events".formatted(committed), () -> {
            shown.clear();
            shown.addAll(log.read(LogQuery.builder().build()).toList());
            return shown.size() >= committed;
        });
        return shown;
    }

    static Cursor last(RelayUnderTest relay, EventLog log) {
        return written(relay, log).stream()
                .map(RecordedEvent::cursor)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Cursor cursor(ConsumerRecord<byte[], byte[]> found) {
        return KafkaRecords.cursor(name -> RelayUnderTest.header(found, name));
    }

    /** The order within each key counts, and no other. */
    private static Map<String, List<Cursor>> byKey(List<RecordedEvent> events) {
        Map<String, List<Cursor>> cursors = new TreeMap<>();
        events.forEach(event ->
                cursors.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(event.cursor()));
        return cursors;
    }

    /** Before each watermark stand all events of its partition up to it, and nothing after it goes back. */
    private static void watermarksPromiseNothingThatIsMissing(RelayUnderTest relay, List<RecordedEvent> written) {
        Cursor last = written.stream()
                .map(RecordedEvent::cursor)
                .max(Comparator.naturalOrder())
                .orElse(Cursor.START);
        Map<Integer, Cursor> tails = new HashMap<>();
        Map<Integer, Long> seen = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> found : relay.records) {
            int partition = found.partition();
            Cursor cursor = cursor(found);
            assertThat(cursor).isGreaterThanOrEqualTo(tails.getOrDefault(partition, Cursor.START));
            tails.put(partition, cursor);
            if (RelayUnderTest.isWatermark(found)) {
                assertThat(cursor).isLessThanOrEqualTo(last);
                assertThat(seen.getOrDefault(partition, 0L)).isEqualTo(upTo(written, partition, cursor));
            } else {
                seen.merge(partition, 1L, Long::sum);
            }
        }
    }

    private static long upTo(List<RecordedEvent> written, int partition, Cursor cursor) {
        return written.stream()
                .filter(event ->
                        event.partition() == partition && !event.cursor().isAfter(cursor))
                .count();
    }
}
