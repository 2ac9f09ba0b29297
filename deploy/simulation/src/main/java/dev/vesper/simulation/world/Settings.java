package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.LogConfig;
import dev.vesper.eventstore.relay.RelayConfig;
import dev.vesper.notifier.config.NotifierConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The services' configuration: defaults, but for small batches and short times, so that much happens in a short run. */
final class Settings {
    static final int PARTITIONS = 3;
    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LogConfig.class, "vesper.event-log")
            .withMapping(RelayConfig.class, "vesper.relay")
            .withSources(new PropertiesConfigSource(
                    Map.ofEntries(
                            Map.entry("vesper.event-log.lanes", "2"),
                            Map.entry("vesper.event-log.spanning-lanes", "1"),
                            Map.entry("vesper.event-log.batch-pushes", "4"),
                            Map.entry("vesper.event-log.queue-pushes", "8"),
                            Map.entry("vesper.event-log.push-timeout", "2s"),
                            Map.entry("vesper.relay.batch-events", "3"),
                            Map.entry("vesper.relay.lease-duration", "1s"),
                            Map.entry("vesper.relay.lease-renewal", "300ms"),
                            Map.entry("vesper.relay.shortest-poll", "20ms"),
                            Map.entry("vesper.relay.longest-poll", "200ms"),
                            Map.entry("vesper.relay.broker-timeout", "2s"),
                            Map.entry("vesper.relay.longest-backoff", "1s")),
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

    static RelayConfig relay() {
        return CONFIG.getConfigMapping(RelayConfig.class, "vesper.relay");
    }
}
