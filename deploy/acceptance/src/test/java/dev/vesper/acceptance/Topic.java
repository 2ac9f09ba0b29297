package dev.vesper.acceptance;

import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What others read of Vesper's events: the committed records of the topic, in the order of each partition. */
final class Topic {
    private static final String NAME = "vesper.events";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);

    private final String bootstrap;

    Topic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Where the topic ends now. */
    Mark end() {
        try (var consumer = consumer()) {
            return new Mark(consumer.endOffsets(partitions(consumer)));
        }
    }

    /** All events between the mark and the end of now; watermarks are left out. */
    List<RecordedEvent> since(Mark mark) {
        return read(mark, Topic::event);
    }

    /** The trace that each event since the mark belongs to, by the event's type; events of no trace are left out. */
    Map<String, String> tracesSince(Mark mark) {
        return read(mark, received -> Map.entry(event(received).type(), text(header(received, "traceparent")))).stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other));
    }

    /** Waits until the events since the mark are as expected. */
    List<RecordedEvent> becomes(Mark mark, Duration limit, String what, Predicate<List<RecordedEvent>> expected) {
        return Eventually.becomes(limit, what, () -> since(mark), expected);
    }

    private <T> List<T> read(Mark mark, Function<ConsumerRecord<byte @Nullable [], byte @Nullable []>, T> what) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, mark.offset(partition)));
            return readTo(consumer.endOffsets(partitions), consumer).stream()
                    .map(what)
                    .toList();
        }
    }

    private static List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> readTo(
            Map<TopicPartition, Long> end, KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer) {
        List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> events = new ArrayList<>();
        long deadline = System.nanoTime() + READ_LIMIT.toNanos();
        // A position also moves past what is no record: the markers that end Kafka's transactions.
        while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the topic was not read to its end within " + READ_LIMIT);
            }
            for (var received : consumer.poll(POLL)) {
                if (!KafkaRecords.isWatermark(name -> header(received, name))) {
                    events.add(received);
                }
            }
        }
        return events;
    }

    private static RecordedEvent event(ConsumerRecord<byte @Nullable [], byte @Nullable []> received) {
        return KafkaRecords.read(name -> header(received, name), received.value(), received.partition());
    }

    private static byte @Nullable [] header(ConsumerRecord<?, ?> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private static String text(byte @Nullable [] header) {
        return header == null ? "" : new String(header, StandardCharsets.US_ASCII);
    }

    private static Collection<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(NAME, READ_LIMIT).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "fetch.max.wait.ms", "20"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** An offset per partition. */
    record Mark(Map<TopicPartition, Long> offsets) {
        static final Mark START = new Mark(Map.of());

        long offset(TopicPartition partition) {
            return offsets.getOrDefault(partition, 0L);
        }
    }
}
