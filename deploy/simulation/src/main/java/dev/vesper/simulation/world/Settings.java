package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.LogConfig;
import dev.vesper.eventstore.relay.RelayConfig;
import dev.vesper.notifier.config.NotifierConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The services' configuration: defaults, but for small batches and short times, so that much happens in a short run. */
final class Settings {
    static final int PARTITIONS = 3;
    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LogConfig.class, "vesper.event-log")
            .withMapping(RelayConfig.class, "vesper.relay1")
            .withMapping(RelayConfig.class, "vesper.relay2")
            .withSources(new PropertiesConfigSource(
                    with(
                            relay(1, "vesper.relay1"),
                            relay(2, "vesper.relay2"),
                            Map.of(
                                    "vesper.event-log.lanes", "2",
                                    "vesper.event-log.spanning-lanes", "1",
                                    "vesper.event-log.batch-pushes", "4",
                                    "vesper.event-log.queue-pushes", "8",
                                    "vesper.event-log.push-timeout", "2s")),
                    "simulation",
                    100))
            .build();

    private static final NotifierConfig NOTIFIER = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(NotifierConfig.class)
            .withSources(new PropertiesConfigSource(
                    Map.ofEntries(
                            Map.entry("vesper.internal.credential", "a-credential-that-is-long-enough-for-all"),
                            Map.entry("vesper.internal.retry-for", "2s"),
                            Map.entry("vesper.postgres.url", "postgresql://user:password@localhost:1/db"),
                            Map.entry("vesper.notifications.bulk-limit", "2"),
                            Map.entry("vesper.notifications.requeue-every", "500ms"),
                            Map.entry("vesper.notifications.retry-requeue-every", "500ms"),
                            Map.entry("vesper.notifications.transaction-duration", "1s"),
                            Map.entry("vesper.notifications.min-retry-delay", "100ms"),
                            Map.entry("vesper.notifications.security-event-token.max-retry-delay", "500ms"),
                            Map.entry("vesper.notifications.circuit-open-for", "200ms"),
                            Map.entry("vesper.notifications.repeat-after", "500ms")),
                    "simulation",
                    100))
            .build()
            .getConfigMapping(NotifierConfig.class);

    private Settings() {}

    static NotifierConfig notifier() {
        return NOTIFIER;
    }

    static LogConfig log() {
        return CONFIG.getConfigMapping(LogConfig.class, "vesper.event-log");
    }

    /** @param shards 1 or 2 */
    static RelayConfig relay(int shards) {
        return CONFIG.getConfigMapping(RelayConfig.class, "vesper.relay" + shards);
    }

    private static Map<String, String> relay(int shards, String prefix) {
        return Map.of(
                prefix + ".shards", Integer.toString(shards),
                prefix + ".batch-events", "3",
                prefix + ".lease-duration", "1s",
                prefix + ".lease-renewal", "300ms",
                prefix + ".shortest-poll", "20ms",
                prefix + ".longest-poll", "200ms",
                prefix + ".broker-timeout", "2s",
                prefix + ".longest-backoff", "1s");
    }

    @SafeVarargs
    private static Map<String, String> with(Map<String, String>... parts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
