package dev.vesper.notifier.automation;

import dev.vesper.events.Cursor;
import dev.vesper.events.EventTypes;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UnreadableEvent;
import dev.vesper.notifier.log.Events;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records of the topic as a batch. */
final class ReadRecords {
    private final Set<String> types;

    /** @param types that concern this service; other registered types pass */
    ReadRecords(Set<String> types) {
        this.types = types;
    }

    /** @param from where each partition stood before */
    Batch read(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Checkpoint> from) {
        List<Consumed> events = new ArrayList<>();
        List<Batch.Unreadable> unreadable = new ArrayList<>();
        Map<Integer, Checkpoint> ends = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Checkpoint before = ends.getOrDefault(record.partition(), from.get(record.partition()));
            Cursor cursor = before == null ? Cursor.START : before.cursor();
            try {
                cursor = read(record, cursor, events);
            } catch (IllegalArgumentException | UnreadableEvent problem) {
                unreadable.add(new Batch.Unreadable(
                        record.partition(), record.offset(), String.valueOf(problem.getMessage())));
            }
            ends.put(record.partition(), new Checkpoint(record.offset() + 1, cursor));
        }
        return new Batch(events, unreadable, ends);
    }

    /** @return the cursor after this record */
    private Cursor read(ConsumerRecord<byte[], byte[]> record, Cursor before, List<Consumed> events) {
        Function<String, byte @Nullable []> header = name -> header(record, name);
        Cursor cursor = KafkaRecords.cursor(header);
        if (!cursor.isAfter(before)) {
            return before;
        }
        if (KafkaRecords.isWatermark(header)) {
            return before;
        }
        RecordedEvent recorded = KafkaRecords.read(header, record.value(), record.partition());
        if (recorded.isOpaque()) {
            return cursor;
        }
        if (types.contains(recorded.type())) {
            events.add(new Consumed(recorded, Events.decode(recorded), text(header.apply("traceparent"))));
        } else if (EventTypes.find(recorded.type(), recorded.revision()).isEmpty()) {
            throw new IllegalArgumentException(
                    "unregistered type " + recorded.type() + " revision " + recorded.revision());
        }
        return cursor;
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private static @Nullable String text(byte @Nullable [] value) {
        return value == null || value.length == 0 ? null : new String(value, StandardCharsets.UTF_8);
    }
}
