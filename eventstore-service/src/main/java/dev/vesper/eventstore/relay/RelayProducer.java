package dev.vesper.eventstore.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vesper.events.Cursor;
import dev.vesper.events.EventCodec;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events and watermarks to the topic, each call in one transaction. */
final class RelayProducer implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final TraceNotes traces;

    RelayProducer(Producer<byte[], byte[]> producer, String topic, TraceNotes traces) {
        this.producer = producer;
        this.topic = topic;
        this.traces = traces;
    }

    /** Fences every older leader of the shard, and waits until what it left open is decided. */
    void fence() {
        producer.initTransactions();
    }

    /** @param upTo what the watermarks say */
    @SuppressWarnings("FutureReturnValueIgnored") // A commit fails when any of its sends did.
    void commit(List<RecordedEvent> events, List<Integer> watermarks, Cursor upTo) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event)));
        watermarks.forEach(partition -> producer.send(watermark(partition, upTo)));
        producer.commitTransaction();
    }

    /** Waits for nothing: whoever comes next decides what is open. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private ProducerRecord<byte[], byte[]> record(RecordedEvent event) {
        String payload = EventCodec.withoutSecrets(event.type(), event.revision(), event.payload());
        Map<String, byte[]> headers = KafkaRecords.headers(event);
        traces.take(event.cursor()).ifPresent(traceparent -> headers.put("traceparent", traceparent.getBytes(UTF_8)));
        byte[] value = payload.isEmpty() ? null : payload.getBytes(UTF_8);
        return with(
                headers,
                new ProducerRecord<>(topic, event.partition(), event.key().getBytes(UTF_8), value));
    }

    private ProducerRecord<byte[], byte[]> watermark(int partition, Cursor upTo) {
        return with(KafkaRecords.watermark(upTo), new ProducerRecord<>(topic, partition, null, null));
    }

    private static ProducerRecord<byte[], byte[]> with(
            Map<String, byte[]> headers, ProducerRecord<byte[], byte[]> record) {
        headers.forEach(record.headers()::add);
        return record;
    }
}
