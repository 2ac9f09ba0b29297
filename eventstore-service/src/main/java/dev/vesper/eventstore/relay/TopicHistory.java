package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the topic still holds of the log, for whoever must compare the two. */
public final class TopicHistory {
    private static final Duration POLL = Duration.ofMillis(200);

    /** A reader belongs to no shard. */
    private static final Shard ANY = new Shard(0, 1, 0, "");

    private final Topic topic;
    private final RelayConfig config;
    private final Sql sql;

    public TopicHistory(Topic topic, RelayConfig config, Sql sql) {
        this.topic = topic;
        this.config = config;
        this.sql = sql;
    }

    /**
     * Fences every relay that was made before, also one that still reads a lost primary: from now on the topic holds what it
     * will hold. A relay of today goes on with a producer of its own after its next failure.
     *
     * @throws KafkaException when the broker does not answer in time
     */
    public void fence() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> fenced = new ArrayList<>();
            for (Shard shard : shards()) {
                KafkaClients clients = new KafkaClients(topic, config, shard);
                fenced.add(threads.submit(() -> fence(clients)));
            }
            for (Future<?> each : fenced) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not fence the relays of before", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** All that the log knows, and those of a layout that was begun in a commit that is lost. */
    private List<Shard> shards() {
        Layouts layouts = new Layouts(sql);
        Layout newest = layouts.newest();
        List<Shard> all = new ArrayList<>(newest.shards());
        newest.shards().stream().findFirst().map(layouts::forerunners).ifPresent(all::addAll);
        int next = newest.equals(Layout.NONE) ? 0 : newest.firstShard() + newest.size();
        IntStream.range(next, next + topic.partitions())
                .mapToObj(number -> new Shard(0, 1, number, topic.name() + "-relay-"))
                .forEach(all::add);
        return all;
    }

    private static void fence(KafkaClients clients) {
        Producer<byte[], byte[]> producer = clients.producer();
        try {
            producer.initTransactions();
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    /**
     * Gives all events that were committed to the topic since then, page by page, those of a partition in their order.
     *
     * @param since by the clock of the relays; {@link Instant#EPOCH} for all
     * @return the last place that any partition holds, be it of an event or of a watermark; empty topics answer the start
     * @throws KafkaException when the broker does not answer in time
     */
    public Cursor read(Instant since, java.util.function.Consumer<List<RecordedEvent>> pages) {
        try (Consumer<byte[], byte[]> consumer = new KafkaClients(topic, config, ANY).tailConsumer()) {
            // Asking for the one topic might make it, where brokers make topics on demand.
            if (!consumer.listTopics(config.brokerTimeout()).containsKey(topic.name())) {
                return Cursor.START;
            }
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            Cursor last = new TopicTail(consumer, config.brokerTimeout())
                    .read(partitions).last().values().stream()
                            .max(Cursor::compareTo)
                            .orElse(Cursor.START);
            seek(consumer, partitions, since);
            readToEnd(consumer, consumer.endOffsets(partitions, config.brokerTimeout()), pages);
            return last;
        }
    }

    private void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant since) {
        consumer.assign(partitions);
        if (since.equals(Instant.EPOCH)) {
            consumer.seekToBeginning(partitions);
            return;
        }
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, since.toEpochMilli()));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found =
                new HashMap<>(consumer.offsetsForTimes(wanted, config.brokerTimeout()));
        partitions.forEach(partition -> {
            OffsetAndTimestamp at = found.get(partition);
            if (at == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, at.offset());
            }
        });
    }

    private void readToEnd(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<List<RecordedEvent>> pages) {
        long patience = config.brokerTimeout().toNanos();
        long heard = System.nanoTime();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), config.brokerTimeout()) < end.getValue())) {
            List<RecordedEvent> page = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                heard = System.nanoTime();
                if (!KafkaRecords.isWatermark(name -> header(found, name))) {
                    page.add(KafkaRecords.read(name -> header(found, name), found.value(), found.partition()));
                }
            }
            if (!page.isEmpty()) {
                pages.accept(page);
            }
            if (System.nanoTime() - heard > patience) {
                throw new KafkaException("the broker did not give the topic's records in time");
            }
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
