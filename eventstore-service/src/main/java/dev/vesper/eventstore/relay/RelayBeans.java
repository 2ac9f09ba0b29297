package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.Connections;
import dev.vesper.eventstore.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts this pod's relays, one per shard. All but one pod's wait for the lease. */
@Singleton
final class RelayBeans {
    private final EventstoreConfig config;
    private final Connections connections;
    private final CommitSignals signals;
    private final RelayMetrics metrics;
    private final List<Relay> relays = new ArrayList<>();
    private @Nullable Repeating sampling;

    RelayBeans(
            EventstoreConfig config, Connections connections, CommitSignals signals, Sql sql, MeterRegistry metrics) {
        this.config = config;
        this.connections = connections;
        this.signals = signals;
        this.metrics = new RelayMetrics(sql, metrics);
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay().enabled() || config.migrate().only()) {
            return;
        }
        KillPoint killPoint = KillPoint.halting(config.test().killAt());
        for (int shard = 0; shard < config.relay().shards(); shard++) {
            Relay relay = new Relay(config.relay(), topic(), shard, holder(), connections, signals, killPoint);
            relays.add(relay);
            relay.start();
        }
        sampling = Repeating.start("relay-metrics", config.eventLog().metricsInterval(), metrics::runOnce);
    }

    void stop(@Observes ShutdownEvent event) {
        relays.forEach(Relay::close);
        if (sampling != null) {
            sampling.close();
        }
    }

    private Topic topic() {
        EventstoreConfig.Kafka kafka = config.kafka();
        return new Topic(
                kafka.bootstrap(),
                kafka.topic(),
                kafka.partitions(),
                kafka.replicationFactor(),
                kafka.minInsyncReplicas(),
                config.relay().brokerTimeout());
    }

    /** Process, host and start: a container's first process may have the same number each time. */
    private static String holder() {
        var runtime = ManagementFactory.getRuntimeMXBean();
        return runtime.getName() + "/" + runtime.getStartTime();
    }
}
