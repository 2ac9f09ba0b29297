package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.config.OneTask;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.Connections;
import dev.vesper.eventstore.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Starts this pod's relays. All but one pod's wait for the lease of each shard. */
@Singleton
final class RelayBeans {
    /** After the check of the configuration, and before the log takes pushes. */
    private static final int BEFORE_THE_LOG = 50;

    private final EventstoreConfig config;
    private final Connections connections;
    private final CommitSignals signals;
    private final Sql sql;
    private final MeterRegistry metrics;
    private @Nullable RelayShards shards;
    private @Nullable Repeating sampling;

    RelayBeans(
            EventstoreConfig config, Connections connections, CommitSignals signals, Sql sql, MeterRegistry metrics) {
        this.config = config;
        this.connections = connections;
        this.signals = signals;
        this.sql = sql;
        this.metrics = metrics;
    }

    void check(@Observes @Priority(BEFORE_THE_LOG) StartupEvent event) {
        if (!config.migrate().only()) {
            new PartitionCount(sql).check(config.kafka().partitions());
        }
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay().enabled() || OneTask.isAll(config)) {
            return;
        }
        KillPoint killPoint = KillPoint.halting(config.test().killAt());
        RelayShards started = new RelayShards(new RelayMeans(
                config.relay(), Topic.of(config), holder(), connections::follower, signals, killPoint, metrics));
        started.start();
        shards = started;
        RelayMetrics sampled = new RelayMetrics(sql, config.kafka().partitions(), started::relays, metrics);
        sampling = Repeating.start("relay-metrics", config.eventLog().metricsInterval(), sampled::runOnce);
    }

    void stop(@Observes ShutdownEvent event) {
        if (sampling != null) {
            sampling.close();
        }
        if (shards != null) {
            shards.close();
        }
    }

    /** Process, host and start: a container's first process may have the same number each time. */
    private static String holder() {
        var runtime = ManagementFactory.getRuntimeMXBean();
        return runtime.getName() + "/" + runtime.getStartTime();
    }
}
