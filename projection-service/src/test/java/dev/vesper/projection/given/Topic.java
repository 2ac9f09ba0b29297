package dev.vesper.projection.given;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of events, written as the relay writes it: what is in it was in the log before. */
public final class Topic implements AutoCloseable {
    private static final int LONGEST_WAIT_S = 30;

    private final String name;
    private final Consumer<List<RecordedEvent>> log;
    private final KafkaProducer<String, byte[]> producer;

    /** @param log takes what is published, first; it may have it already */
    public Topic(String bootstrapServers, String name, Consumer<List<RecordedEvent>> log) {
        this.name = name;
        this.log = log;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public String name() {
        return name;
    }

    public void publish(RecordedEvent event) {
        publish(List.of(event));
    }

    public void publish(List<RecordedEvent> events) {
        log.accept(events);
        events.stream().map(this::send).toList().forEach(Topic::await);
    }

    public void publishWatermark(int partition, Cursor upTo) {
        await(producer.send(
                withHeaders(new ProducerRecord<>(name, partition, "", null), KafkaRecords.watermark(upTo))));
    }

    @Override
    public void close() {
        producer.close();
    }

    private Future<RecordMetadata> send(RecordedEvent event) {
        byte[] value = event.payload().isEmpty() ? null : event.payload().getBytes(StandardCharsets.UTF_8);
        return producer.send(withHeaders(
                new ProducerRecord<>(name, event.partition(), event.key(), value), KafkaRecords.headers(event)));
    }

    private static ProducerRecord<String, byte[]> withHeaders(
            ProducerRecord<String, byte[]> record, Map<String, byte[]> headers) {
        headers.forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a record", e);
        }
    }
}
