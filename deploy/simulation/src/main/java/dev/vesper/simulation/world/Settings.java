package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.LogConfig;
import dev.vesper.eventstore.relay.RelayConfig;
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

    private Settings() {}

    static LogConfig log() {
        return CONFIG.getConfigMapping(LogConfig.class, "vesper.event-log");
    }

    static RelayConfig relay() {
        return CONFIG.getConfigMapping(RelayConfig.class, "vesper.relay");
    }
}
