package dev.vesper.notifier.testbed;

import dev.vesper.backing.Backing;
import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to a topic as the relay does. */
public final class Topic implements AutoCloseable {
    public static final String INSTANCE = "instance-1";
    private static final int PARTITIONS = 4;
    private static final long RAISED_BY = 1_000_000;

    private final EventCodec codec = new EventCodec((instanceId, userId) -> Optional.empty());
    private final String name = Backing.topic(PARTITIONS);
    private final AtomicLong position = new AtomicLong();
    private final List<RecordedEvent> sent = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    public String name() {
        return name;
    }

    public RecordedEvent write(String aggregateId, Event event) {
        return write(aggregateId, event, Instant.now(), null);
    }

    public synchronized RecordedEvent write(String aggregateId, Event event, Instant at, @Nullable String traceparent) {
        EventType<?> type = EventTypes.of(event);
        RecordedEvent recorded = new RecordedEvent(
                INSTANCE,
                type.aggregateType(),
                aggregateId,
                type.name(),
                position.incrementAndGet(),
                type.revision(),
                at,
                codec.encode(event, INSTANCE, aggregateId),
                "someone",
                "org-1",
                position.get(),
                0,
                0);
        send(recorded, traceparent);
        return recorded;
    }

    /** An event that the log has written, with the topic's own positions. */
    public synchronized void relay(RecordedEvent event) {
        send(
                new RecordedEvent(
                        event.instanceId(),
                        event.aggregateType(),
                        event.aggregateId(),
                        event.type(),
                        event.sequence(),
                        event.revision(),
                        event.createdAt(),
                        event.payload(),
                        event.creator(),
                        event.owner(),
                        position.incrementAndGet(),
                        0,
                        0),
                null);
    }

    /** The same record once more, as after a relay that died before it kept its cursor. */
    public synchronized void repeat(RecordedEvent event) {
        send(event, null);
    }

    /** A record with no more than what is given. */
    public synchronized void raw(String key, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(name, key, new byte[0]);
        headers.forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /**
     * As an operator does it whose log has lost events: the topic is gone, and the new one is filled from the log, and then goes
     * on above all that anybody saw.
     */
    public synchronized void fillAnew(Predicate<RecordedEvent> survives) {
        Backing.makeAnew(name, PARTITIONS);
        List<RecordedEvent> kept = sent.stream().filter(survives).toList();
        sent.clear();
        kept.forEach(event -> send(event, null));
        position.addAndGet(RAISED_BY);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(RecordedEvent event, @Nullable String traceparent) {
        sent.add(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(name, event.key(), event.payload().getBytes(StandardCharsets.UTF_8));
        FakeLog.headers(event).forEach(record.headers()::add);
        if (traceparent != null) {
            record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
