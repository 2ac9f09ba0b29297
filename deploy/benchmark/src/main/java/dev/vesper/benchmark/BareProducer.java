package dev.vesper.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What Kafka does by itself: a transactional producer that has its records in memory and asks nobody. */
final class BareProducer implements AutoCloseable {
    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 12;
    private static final int BATCH = 1000;
    private static final Duration LOOK = Duration.ofMillis(1);

    private final String bootstrap;
    private final InstantSource clock;
    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] value = Resources.text("payload.json").strip().getBytes(StandardCharsets.UTF_8);

    BareProducer(String bootstrap, InstantSource clock) throws Exception {
        this.bootstrap = bootstrap;
        this.clock = clock;
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "transactional.id",
                        TOPIC,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Sends at a rate, in a transaction for all that is due. */
    Load paced(Pace pace) throws InterruptedException {
        var visible = new Visibility(clock, pace.count());
        try (var _ = new TopicTail(
                bootstrap,
                TOPIC,
                found -> visible.seen(Instant.parse(
                        new String(found.headers().lastHeader("sent").value(), StandardCharsets.UTF_8))))) {
            long began = System.nanoTime();
            for (int sent = 0; sent < pace.count(); ) {
                long due = (System.nanoTime() - began)
                        * pace.perSecond()
                        / Duration.ofSeconds(1).toNanos();
                int now = (int) Math.min(pace.count(), due) - sent;
                if (now > 0) {
                    commit(now);
                    sent += now;
                } else {
                    LockSupport.parkNanos(LOOK.toNanos());
                }
            }
            return Load.of(pace.perSecond(), visible.await());
        }
    }

    /** Sends as fast as it can. */
    Load flatOut(int records) {
        long began = System.nanoTime();
        for (int sent = 0; sent < records; sent += BATCH) {
            commit(BATCH);
        }
        return Load.of(Duration.ofNanos(System.nanoTime() - began), records);
    }

    @Override
    public void close() {
        producer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A commit fails when any of its sends did.
    private void commit(int records) {
        producer.beginTransaction();
        var sent = clock.instant().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < records; i++) {
            var record = new ProducerRecord<>(
                    TOPIC,
                    UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString().getBytes(StandardCharsets.UTF_8),
                    value);
            record.headers().add("sent", sent);
            producer.send(record);
        }
        producer.commitTransaction();
    }
}
