package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a poll brought for one partition: where it leads, and the events on the way that concern the view. A record that the
 * relay wrote twice has a position that was passed before, and is left out.
 */
final class TopicBatch {
    private static final Logger LOG = Logger.getLogger(TopicBatch.class);

    private final PartitionState state;
    private final List<RecordedEvent> events = new ArrayList<>();
    private Cursor upTo;
    private long nextOffset;
    private boolean passesEvents;

    private TopicBatch(PartitionState state) {
        this.state = state;
        this.upTo = state.seen();
        this.nextOffset = state.nextOffset();
    }

    static TopicBatch of(
            PartitionState state, List<ConsumerRecord<byte[], byte[]>> records, Set<String> aggregateTypes) {
        TopicBatch batch = new TopicBatch(state);
        records.forEach(record -> batch.add(record, aggregateTypes));
        return batch;
    }

    PartitionState state() {
        return state;
    }

    List<RecordedEvent> events() {
        return events;
    }

    CheckpointMove move() {
        return state.moveTo(upTo, nextOffset);
    }

    /** For a batch without events. */
    void pass() {
        state.pass(upTo, nextOffset, passesEvents);
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Set<String> aggregateTypes) {
        nextOffset = record.offset() + 1;
        Function<String, byte @Nullable []> headers = name -> value(record, name);
        try {
            Cursor cursor = KafkaRecords.cursor(headers);
            if (!cursor.isAfter(upTo)) {
                return;
            }
            if (!KafkaRecords.isWatermark(headers)) {
                passesEvents = true;
                RecordedEvent event = KafkaRecords.read(headers, record.value(), record.partition());
                if (aggregateTypes.contains(event.aggregateType())) {
                    events.add(event);
                }
            }
            upTo = cursor;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Without our headers it names no aggregate that could be parked, and the relay never writes such a record.
            LOG.errorf(
                    "A record of partition %d at offset %d is not an event (%s). It is left out; find out who writes to the topic.",
                    record.partition(), record.offset(), e.getMessage());
        }
    }

    private static byte @Nullable [] value(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
