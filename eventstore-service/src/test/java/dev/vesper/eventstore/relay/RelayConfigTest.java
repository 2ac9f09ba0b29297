package dev.vesper.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RelayConfigTest {
    @Test
    void has_defaults_for_everything() {
        RelayConfig config = RelayUnderTest.config(Map.of());

        assertThat(config.enabled()).isTrue();
        assertThat(config.shards()).isEqualTo(1);
        assertThat(config.batchEvents()).isEqualTo(4000);
        assertThat(config.batchBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.gather()).hasMillis(10);
        assertThat(config.cursorInterval()).hasMillis(100);
        assertThat(config.leaseDuration()).hasSeconds(10);
        assertThat(config.leaseRenewal()).hasSeconds(2);
        assertThat(config.shortestPoll()).hasMillis(2);
        assertThat(config.longestPoll()).hasMillis(20);
        assertThat(config.busyWatermark()).hasMillis(100);
        assertThat(config.idleWatermark()).hasSeconds(1);
        assertThat(config.brokerTimeout()).hasSeconds(10);
        assertThat(config.shortestBackoff()).hasMillis(100);
        assertThat(config.longestBackoff()).hasSeconds(5);
        assertThat(config.bufferBytes()).isEqualTo(32 * 1024 * 1024);
    }

    @Test
    void every_key_can_be_set() {
        RelayConfig config = RelayUnderTest.config(Map.ofEntries(
                Map.entry("enabled", "false"),
                Map.entry("shards", "2"),
                Map.entry("batch-events", "3"),
                Map.entry("batch-bytes", "14"),
                Map.entry("gather", "15ms"),
                Map.entry("cursor-interval", "16ms"),
                Map.entry("lease-duration", "4s"),
                Map.entry("lease-renewal", "5s"),
                Map.entry("shortest-poll", "6ms"),
                Map.entry("longest-poll", "7ms"),
                Map.entry("busy-watermark", "8ms"),
                Map.entry("idle-watermark", "9ms"),
                Map.entry("broker-timeout", "10ms"),
                Map.entry("shortest-backoff", "11ms"),
                Map.entry("longest-backoff", "12ms"),
                Map.entry("buffer-bytes", "13")));

        assertThat(config.enabled()).isFalse();
        assertThat(config.shards()).isEqualTo(2);
        assertThat(config.batchEvents()).isEqualTo(3);
        assertThat(config.batchBytes()).isEqualTo(14);
        assertThat(config.gather()).hasMillis(15);
        assertThat(config.cursorInterval()).hasMillis(16);
        assertThat(config.leaseDuration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.leaseRenewal()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.shortestPoll()).hasMillis(6);
        assertThat(config.longestPoll()).hasMillis(7);
        assertThat(config.busyWatermark()).hasMillis(8);
        assertThat(config.idleWatermark()).hasMillis(9);
        assertThat(config.brokerTimeout()).hasMillis(10);
        assertThat(config.shortestBackoff()).hasMillis(11);
        assertThat(config.longestBackoff()).hasMillis(12);
        assertThat(config.bufferBytes()).isEqualTo(13);
    }
}
