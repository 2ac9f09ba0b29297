package dev.vesper.projection.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProjectionConfigTest {
    private static final Map<String, String> NEEDED =
            Map.of("vesper.postgres.url", "postgresql://u:p@h/d", "vesper.internal.credential", "a shared credential");

    @Test
    void has_defaults_for_all_that_need_not_be_said() {
        ProjectionConfig config = config(NEEDED);

        assertThat(config.kafka().bootstrap()).isEqualTo("localhost:8086");
        assertThat(config.kafka().topic()).isEqualTo("vesper.events");
        assertThat(config.eventstore().address()).isEqualTo("localhost:8081");
        assertThat(config.migrate().atStart()).isTrue();
        assertThat(config.migrate().only()).isFalse();
        assertThat(config.projection().consistencyWait()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.projection().batchLimit()).isEqualTo(500);
        assertThat(config.projection().maxParkedRetry()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.projection().longestTurn()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.projection().rebuild().grace()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takes_every_key() {
        Map<String, String> keys = new HashMap<>(NEEDED);
        keys.put("vesper.postgres.connections", "3");
        keys.put("vesper.migrate.at-start", "false");
        keys.put("vesper.migrate.only", "true");
        keys.put("vesper.log.json", "false");
        keys.put("vesper.kafka.bootstrap", "k:1");
        keys.put("vesper.kafka.topic", "t");
        keys.put("vesper.kafka.session-timeout", "11s");
        keys.put("vesper.kafka.request-timeout", "12s");
        keys.put("vesper.eventstore.address", "e:1");
        keys.put("vesper.projection.consistency-wait", "1s");
        keys.put("vesper.projection.consistency-poll", "2ms");
        keys.put("vesper.projection.batch-limit", "4");
        keys.put("vesper.projection.checkpoint-interval", "5ms");
        keys.put("vesper.projection.watermark-interval", "13ms");
        keys.put("vesper.projection.transaction-timeout", "6s");
        keys.put("vesper.projection.log-timeout", "7s");
        keys.put("vesper.projection.log-message-limit", "8M");
        keys.put("vesper.projection.min-backoff", "9ms");
        keys.put("vesper.projection.max-backoff", "10ms");
        keys.put("vesper.projection.min-parked-retry", "11ms");
        keys.put("vesper.projection.max-parked-retry", "12ms");
        keys.put("vesper.projection.longest-turn", "18s");
        keys.put("vesper.projection.rebuild.poll", "14ms");
        keys.put("vesper.projection.rebuild.swap-wait", "15ms");
        keys.put("vesper.projection.rebuild.lock-timeout", "16ms");
        keys.put("vesper.projection.rebuild.grace", "17ms");

        ProjectionConfig config = config(keys);

        assertThat(config.postgres().connections()).isEqualTo(3);
        assertThat(config.migrate().atStart()).isFalse();
        assertThat(config.migrate().only()).isTrue();
        assertThat(config.log().json()).isFalse();
        assertThat(config.kafka().bootstrap()).isEqualTo("k:1");
        assertThat(config.kafka().topic()).isEqualTo("t");
        assertThat(config.kafka().sessionTimeout()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.kafka().requestTimeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.eventstore().address()).isEqualTo("e:1");
        assertThat(config.projection().consistencyWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.projection().consistencyPoll()).isEqualTo(Duration.ofMillis(2));
        assertThat(config.projection().batchLimit()).isEqualTo(4);
        assertThat(config.projection().checkpointInterval()).isEqualTo(Duration.ofMillis(5));
        assertThat(config.projection().watermarkInterval()).isEqualTo(Duration.ofMillis(13));
        assertThat(config.projection().transactionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.projection().logTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.projection().logMessageLimit().asLongValue()).isEqualTo(8L * 1024 * 1024);
        assertThat(config.projection().minBackoff()).isEqualTo(Duration.ofMillis(9));
        assertThat(config.projection().maxBackoff()).isEqualTo(Duration.ofMillis(10));
        assertThat(config.projection().minParkedRetry()).isEqualTo(Duration.ofMillis(11));
        assertThat(config.projection().maxParkedRetry()).isEqualTo(Duration.ofMillis(12));
        assertThat(config.projection().longestTurn()).isEqualTo(Duration.ofSeconds(18));
        assertThat(config.projection().rebuild().poll()).isEqualTo(Duration.ofMillis(14));
        assertThat(config.projection().rebuild().swapWait()).isEqualTo(Duration.ofMillis(15));
        assertThat(config.projection().rebuild().lockTimeout()).isEqualTo(Duration.ofMillis(16));
        assertThat(config.projection().rebuild().grace()).isEqualTo(Duration.ofMillis(17));
    }

    private static ProjectionConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProjectionConfig.class)
                .withDefaultValues(keys)
                .build()
                .getConfigMapping(ProjectionConfig.class);
    }
}
