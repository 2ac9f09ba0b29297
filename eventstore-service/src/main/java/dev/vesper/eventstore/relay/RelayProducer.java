package dev.vesper.eventstore.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vesper.events.Cursor;
import dev.vesper.events.EventCodec;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** Writes events and watermarks to the topic, each call in one transaction. */
final class RelayProducer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelayProducer.class);

    private static final Comparator<RecordedEvent> SIZE =
            Comparator.comparingInt(event -> event.payload().length());

    private final Producer<byte[], byte[]> producer;
    private final Topic topic;
    private final TraceNotes traces;
    private final KillPoint killPoint;

    RelayProducer(Producer<byte[], byte[]> producer, Topic topic, TraceNotes traces, KillPoint killPoint) {
        this.producer = producer;
        this.topic = topic;
        this.traces = traces;
        this.killPoint = killPoint;
    }

    /** Fences every older leader of the shard, and waits until what it left open is decided. */
    void fence() {
        producer.initTransactions();
    }

    /**
     * @param upTo what the watermarks say
     * @param meanwhile is run while the broker takes the records, before they are committed
     * @throws RelayRefused when an event is larger than the broker takes
     */
    @SuppressWarnings("FutureReturnValueIgnored") // A commit fails when any of its sends did.
    void commit(List<RecordedEvent> events, List<Integer> watermarks, Cursor upTo, Runnable meanwhile) {
        try {
            producer.beginTransaction();
            events.forEach(event -> producer.send(record(event)));
            watermarks.forEach(partition -> producer.send(watermark(partition, upTo)));
            meanwhile.run();
            if (!events.isEmpty()) {
                killPoint.reached(KillPoint.AFTER_SEND_BEFORE_COMMIT);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw isTooLarge(e)
                    ? events.stream()
                            .max(SIZE)
                            .<KafkaException>map(event -> refused(event, e))
                            .orElse(e)
                    : e;
        }
    }

    /** Waits for nothing: whoever comes next decides what is open. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || (failure.getCause() != null && isTooLarge(failure.getCause()));
    }

    private RelayRefused refused(RecordedEvent event, KafkaException cause) {
        return new RelayRefused(
                ("The broker refuses the event %s at %s of %s, %d bytes, as too large. Nothing of its shard is relayed until"
                                + " the topic takes it: %s")
                        .formatted(
                                event.type(),
                                event.cursor(),
                                event.key(),
                                event.payload().getBytes(UTF_8).length,
                                TopicCheck.howToRaise(topic)),
                cause);
    }

    private ProducerRecord<byte[], byte[]> record(RecordedEvent event) {
        String payload = payload(event);
        byte[] value = payload.isEmpty() ? null : payload.getBytes(UTF_8);
        var record = new ProducerRecord<>(
                topic.name(), event.partition(), event.key().getBytes(UTF_8), value);
        KafkaRecords.putHeaders(event, record.headers()::add);
        traces.take(event).ifPresent(traceparent -> record.headers().add("traceparent", traceparent.getBytes(UTF_8)));
        return record;
    }

    /** An event that must be there for the order's sake, though nobody can say which of its fields are secret. */
    private static String payload(RecordedEvent event) {
        try {
            return EventCodec.withoutSecrets(event.type(), event.revision(), event.payload());
        } catch (IllegalArgumentException e) {
            LOG.errorf(
                    "The payload of the event %s at %s of %s cannot be read: %s. It is relayed without, and readers park its"
                            + " aggregate",
                    event.type(), event.cursor(), event.key(), e.getMessage());
            return "";
        }
    }

    private ProducerRecord<byte[], byte[]> watermark(int partition, Cursor upTo) {
        var record = new ProducerRecord<byte[], byte[]>(topic.name(), partition, null, null);
        KafkaRecords.watermark(upTo).forEach(record.headers()::add);
        return record;
    }
}
