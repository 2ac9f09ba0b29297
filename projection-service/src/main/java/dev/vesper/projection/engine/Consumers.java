package dev.vesper.projection.engine;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes a projection's consumer. Offsets live in the checkpoints, never in Kafka. */
final class Consumers {
    private Consumers() {}

    static Consumer<byte[], byte[]> open(Projection projection, EngineSettings settings) {
        String group = "vesper-projection-" + projection.name() + "-v" + projection.version();
        Properties config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchLimit());
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.sessionTimeout()));
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(settings.sessionTimeout()) / 3);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(settings.longestTurn()));
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
