package dev.vesper.simulation.world;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.engine.Backoff;
import dev.vesper.projection.engine.Engine;
import dev.vesper.projection.engine.EngineParts;
import dev.vesper.projection.engine.EngineSettings;
import dev.vesper.simulation.database.Driver;
import dev.vesper.simulation.scheduling.Host;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of projection-service with the view of the sessions. */
final class ProjectionPod implements Pod {
    private static final EngineSettings SETTINGS = new EngineSettings(
            "broker:1",
            "vesper.events",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            5,
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(300)),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(300)));

    private final Host host;
    private final Network network;

    ProjectionPod(Host host, Network network) {
        this.host = host;
        this.network = network;
        host.start("boot", this::boot);
    }

    @Override
    public Host host() {
        return host;
    }

    private void boot() {
        new Engine(
                        List.of(Views.SESSIONS),
                        new EngineParts(
                                SETTINGS,
                                new Database(Driver.pool(), Duration.ofSeconds(2)),
                                new LogOverNetwork(network),
                                (_, _) -> Map.of(),
                                new SimpleMeterRegistry(),
                                Clock.systemUTC()))
                .start();
    }
}
