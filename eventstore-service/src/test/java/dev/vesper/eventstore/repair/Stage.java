package dev.vesper.eventstore.repair;

import dev.vesper.backing.Database;
import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.relay.CommitSignals;
import dev.vesper.eventstore.relay.RelayConfig;
import dev.vesper.eventstore.relay.RelayMeans;
import dev.vesper.eventstore.relay.RelayShards;
import dev.vesper.eventstore.relay.Topic;
import dev.vesper.eventstore.relay.TopicHistory;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of the test's own, and what relays and repairs do to it from one database or another. */
final class Stage {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int LARGEST_PAYLOAD = 256 * 1024;
    private static final Duration POLL = Duration.ofMillis(100);

    /** The tables of others that a repair looks at; only the columns that it reads. */
    private static final List<String> OTHERS = List.of(
            "CREATE SCHEMA projections",
            "CREATE SCHEMA notifier",
            "CREATE TABLE projections.partition_states (projection_name TEXT, version INTEGER, partition INTEGER,"
                    + " position BIGINT, in_tx_order INTEGER)",
            "CREATE TABLE projections.current_states (projection_name TEXT, start_position BIGINT)",
            "CREATE TABLE notifier.checkpoints (partition INTEGER, position BIGINT, in_tx_order INTEGER)");

    final Topic topic;
    private final String bootstrap;
    private final RelayConfig relay;

    Stage(String bootstrap) {
        this(bootstrap, "repair-test-" + NEXT.incrementAndGet(), "5s");
    }

    /** @param patience with the broker */
    Stage(String bootstrap, String topic, String patience) {
        this.bootstrap = bootstrap;
        this.relay = TestSettings.of(
                RelayConfig.class,
                "vesper.relay",
                Map.of(
                        "broker-timeout",
                        "5s",
                        "lease-duration",
                        "2s",
                        "lease-renewal",
                        "200ms",
                        "longest-backoff",
                        "1s"));
        this.topic = new Topic(
                bootstrap, topic, TestLogs.PARTITIONS, (short) 1, (short) 1, LARGEST_PAYLOAD, relay.brokerTimeout());
    }

    static void createOthers(TestLogs logs) {
        OTHERS.forEach(table -> logs.adHoc(table).run(Statement.of("create")));
    }

    /** A transaction that draws its id and writes nothing leaves no trace on disk. */
    static void drawIdsThatNobodyWritesDown(Database database, int ids) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(
                    "DO $$ BEGIN FOR i IN 1.." + ids + " LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        }
    }

    RelayShards relay(TestLogs logs, String holder) {
        RelayShards started = new RelayShards(new RelayMeans(
                relay,
                topic,
                holder,
                () -> logs.session(SqlSource.RESOURCES),
                new CommitSignals(),
                _ -> {},
                new SimpleMeterRegistry()));
        started.start();
        return started;
    }

    Repair repair(TestLogs logs, Map<String, String> settings) {
        return new Repair(
                logs.sql(),
                () -> logs.session(SqlSource.RESOURCES),
                new TopicHistory(topic, relay, logs.sql()),
                topic.name(),
                TestSettings.of(RepairConfig.class, "vesper.repair", settings),
                Stage::endOf);
    }

    /** Every session here ends by its third event. */
    static Optional<Marker> endOf(RecordedEvent event) {
        return event.sequence() == 3
                ? Optional.of(new Marker(subject(AggregateId.of(event)), "test"))
                : Optional.empty();
    }

    static Subject subject(AggregateId session) {
        return new Subject(session.instanceId(), "session", session.id());
    }

    static EventLog log(TestLogs logs) {
        return logs.log(SqlSource.RESOURCES, Map.of(), CommitListener.NONE);
    }

    static List<RecordedEvent> all(EventLog log) {
        return log.read(LogQuery.builder().build()).toList();
    }

    /** Waits until the topic holds so many events. */
    List<Found> await(int events) {
        List<Found> found = new ArrayList<>();
        Running.await(events + " events are in the topic", () -> {
            found.clear();
            found.addAll(records());
            return found.stream().filter(each -> !each.watermark()).count() >= events;
        });
        return found;
    }

    /** All that is committed in the topic now, those of a partition in their order. */
    List<Found> records() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "enable.auto.commit", false);
        List<TopicPartition> partitions = IntStream.range(0, TestLogs.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        List<Found> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each -> {
                    Map<String, byte[]> headers = new HashMap<>();
                    each.headers().forEach(header -> headers.put(header.key(), header.value()));
                    boolean watermark = KafkaRecords.isWatermark(headers::get);
                    found.add(new Found(
                            each.partition(),
                            watermark,
                            KafkaRecords.cursor(headers::get),
                            watermark
                                    ? Optional.empty()
                                    : Optional.of(KafkaRecords.read(headers::get, each.value(), each.partition()))));
                });
            }
        }
        return found;
    }

    record Found(int partition, boolean watermark, Cursor cursor, Optional<RecordedEvent> event) {}
}
