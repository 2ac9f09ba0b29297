package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.PgEventLog;
import dev.vesper.eventstore.relay.CommitSignals;
import dev.vesper.eventstore.relay.RelayMeans;
import dev.vesper.eventstore.relay.RelayShards;
import dev.vesper.eventstore.relay.Topic;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.WriterSession;
import dev.vesper.simulation.database.Driver;
import dev.vesper.simulation.scheduling.Host;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process of eventstore-service: the log and the relay, put together as the service does it. Each start has its own idea of
 * how many shards there should be.
 */
final class EventstorePod implements Pod {
    private static final Topic TOPIC = new Topic(
            "broker:1",
            "vesper.events",
            Settings.PARTITIONS,
            (short) 1,
            (short) 1,
            Settings.log().maxPayloadBytes(),
            Settings.relay(1).brokerTimeout());

    private final Host host;
    private @Nullable EventLog log;
    private @Nullable LogService service;

    EventstorePod(Host host) {
        this.host = host;
        host.start("boot", this::boot);
    }

    @Override
    public Host host() {
        return host;
    }

    /** @return empty while it starts */
    Optional<EventLog> log() {
        return Optional.ofNullable(log);
    }

    /** @throws io.grpc.StatusRuntimeException when it refuses, or is not up yet */
    List<Object> call(String method, Object request) {
        LogService called = service;
        if (called == null) {
            throw Status.UNAVAILABLE.asRuntimeException();
        }
        return called.call(method, request);
    }

    private static WriterSession writer() {
        return WriterSession.open(
                new PgConnectOptions(), SqlSource.RESOURCES, Settings.log().answerTimeout());
    }

    private static Session connection() {
        return Session.open(
                new Vertx((io.vertx.core.Vertx) null),
                new PgConnectOptions(),
                SqlSource.RESOURCES,
                Settings.log().answerTimeout());
    }

    private void boot() {
        CommitSignals signals = new CommitSignals();
        PooledSql reads = new PooledSql(
                new Pool(Driver.pool()), SqlSource.RESOURCES, Settings.log().answerTimeout());
        EventLog opened = new PgEventLog(Settings.log(), EventstorePod::writer, reads, Settings.PARTITIONS, signals);
        service = new LogService(opened);
        log = opened;
        new RelayShards(new RelayMeans(
                        Settings.relay(1 + host.scheduler().chance().below(2)),
                        TOPIC,
                        host.name(),
                        EventstorePod::connection,
                        signals,
                        _ -> {},
                        new SimpleMeterRegistry()))
                .start();
    }
}
