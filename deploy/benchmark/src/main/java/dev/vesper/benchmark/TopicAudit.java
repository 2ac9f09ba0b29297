package dev.vesper.benchmark;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Compares the topic with the log, partition by partition and record by record: each event once, in the order of the log. */
record TopicAudit(Cluster cluster, String bootstrap) {
    private static final String TOPIC = "vesper.events";
    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);
    private static final int FETCH_ROWS = 10_000;

    /**
     * @return how many events were compared
     * @throws IllegalStateException when they differ; then no figure counts
     */
    long check() throws SQLException {
        long compared = 0;
        try (var consumer = consumer()) {
            for (var info : consumer.partitionsFor(TOPIC)) {
                compared += check(consumer, new TopicPartition(TOPIC, info.partition()));
            }
        }
        return compared;
    }

    private long check(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) throws SQLException {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        try (var connection = cluster.connect();
                var query = connection.prepareStatement(Resources.text("read_partition.sql"))) {
            connection.setAutoCommit(false);
            query.setFetchSize(FETCH_ROWS);
            query.setInt(1, partition.partition());
            try (var log = query.executeQuery()) {
                return compare(consumer, partition, end, log);
            }
        }
    }

    private static long compare(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, ResultSet log)
            throws SQLException {
        long compared = 0;
        while (consumer.position(partition) < end) {
            for (var found : consumer.poll(LONGEST_POLL)) {
                if (!KafkaRecords.isWatermark(header(found))) {
                    var expected = next(log);
                    if (!KafkaRecords.cursor(header(found)).equals(expected)) {
                        throw differs(partition, KafkaRecords.cursor(header(found)), expected);
                    }
                    compared++;
                }
            }
        }
        var missing = next(log);
        if (missing != null) {
            throw differs(partition, null, missing);
        }
        return compared;
    }

    private static @Nullable Cursor next(ResultSet log) throws SQLException {
        return log.next() ? new Cursor(log.getLong(1), log.getInt(2)) : null;
    }

    private static IllegalStateException differs(
            TopicPartition partition, @Nullable Cursor found, @Nullable Cursor expected) {
        return new IllegalStateException("The topic is not what the log is: partition %s holds %s where the log has %s"
                .formatted(partition, found, expected));
    }

    private static Function<String, byte @Nullable []> header(ConsumerRecord<byte[], byte[]> found) {
        return name -> {
            Header header = found.headers().lastHeader(name);
            return header == null ? null : header.value();
        };
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
