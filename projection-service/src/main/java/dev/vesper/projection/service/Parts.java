package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.config.ProjectionConfig;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.engine.Backoff;
import dev.vesper.projection.engine.CatchUpState;
import dev.vesper.projection.engine.Consistency;
import dev.vesper.projection.engine.Engine;
import dev.vesper.projection.engine.EngineParts;
import dev.vesper.projection.engine.EngineSettings;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.KeySource;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.engine.ProjectionStates;
import dev.vesper.projection.operation.Named;
import dev.vesper.projection.operation.ProjectionDescriptions;
import dev.vesper.projection.operation.ProjectionFailures;
import dev.vesper.projection.operation.RebuildOrders;
import dev.vesper.projection.rebuild.RebuildLoop;
import dev.vesper.projection.rebuild.RebuildSettings;
import dev.vesper.projection.rebuild.Rebuilds;
import dev.vesper.projection.setup.Setup;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** How the service is put together. The classes themselves know nothing of a container. */
final class Parts {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Database database(Pool pool, ProjectionConfig config) {
        return new Database(pool, config.projection().transactionTimeout());
    }

    @Produces
    @Singleton
    EngineSettings settings(ProjectionConfig config) {
        ProjectionConfig.Projection projection = config.projection();
        return new EngineSettings(
                config.kafka().bootstrap(),
                config.kafka().topic(),
                config.kafka().sessionTimeout(),
                config.kafka().requestTimeout(),
                projection.longestTurn(),
                projection.batchLimit(),
                projection.checkpointInterval(),
                projection.watermarkInterval(),
                new Backoff(projection.minBackoff(), projection.maxBackoff()),
                new Backoff(projection.minParkedRetry(), projection.maxParkedRetry()));
    }

    @Produces
    @Singleton
    EngineParts engineParts(
            EngineSettings settings,
            Database database,
            EventLogReader log,
            KeySource keys,
            MeterRegistry metrics,
            Clock clock) {
        return new EngineParts(settings, database, log, keys, metrics, clock);
    }

    @Produces
    @Singleton
    Engine engine(@All List<Projection> projections, EngineParts parts) {
        return new Engine(projections, parts);
    }

    @Produces
    @Singleton
    Setup setup(Database database) {
        return new Setup(database);
    }

    @Produces
    @Singleton
    Consistency consistency(Engine engine, ProjectionConfig config) {
        return new Consistency(
                engine,
                config.projection().consistencyWait(),
                config.projection().consistencyPoll());
    }

    @Produces
    @Singleton
    CatchUpState catchUpState(Engine engine, Database database) {
        return new CatchUpState(engine, database);
    }

    @Produces
    @Singleton
    ProjectionStates projectionStates(Engine engine, Database database) {
        return new ProjectionStates(engine, database);
    }

    @Produces
    @Singleton
    Rebuilds rebuilds(Database database, EventLogReader log) {
        return new Rebuilds(database, log);
    }

    @Produces
    @Singleton
    RebuildLoop rebuildLoop(Engine engine, Rebuilds rebuilds, Database database, ProjectionConfig config) {
        ProjectionConfig.Rebuild rebuild = config.projection().rebuild();
        return new RebuildLoop(
                engine,
                rebuilds,
                database,
                new RebuildSettings(rebuild.poll(), rebuild.swapWait(), rebuild.lockTimeout(), rebuild.grace()));
    }

    @Produces
    @Singleton
    ProjectionFailures failures(Engine engine, Database database) {
        return new ProjectionFailures(new Named(engine), database);
    }

    @Produces
    @Singleton
    ProjectionDescriptions descriptions(Engine engine, Rebuilds rebuilds, Database database) {
        return new ProjectionDescriptions(new Named(engine), rebuilds, database);
    }

    @Produces
    @Singleton
    RebuildOrders rebuildOrders(Engine engine, Rebuilds rebuilds, ProjectionConfig config) {
        return new RebuildOrders(
                new Named(engine), rebuilds, config.projection().rebuild().poll());
    }

    @Produces
    @Singleton
    Queries queries(Database database, Consistency consistency) {
        return new Queries(database, consistency);
    }
}
