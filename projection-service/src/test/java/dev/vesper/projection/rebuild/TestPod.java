package dev.vesper.projection.rebuild;

import dev.vesper.backing.Backing;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.engine.Backoff;
import dev.vesper.projection.engine.Engine;
import dev.vesper.projection.engine.EngineParts;
import dev.vesper.projection.engine.EngineSettings;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One pod of the service: an engine and its part in the rebuilds, with connections of its own. */
final class TestPod implements AutoCloseable {
    private static final int BATCH = 50;
    private static final Duration GRACE = Duration.ofMillis(1);

    private final Pool pool;
    private final Engine engine;
    private final RebuildLoop loop;
    private final Rebuilds rebuilds;

    TestPod(List<Projection> projections, Views views, EventLogReader log, String topic) {
        this(projections, views, log, topic, GRACE);
    }

    TestPod(List<Projection> projections, Views views, EventLogReader log, String topic, Duration grace) {
        this.pool = views.openPool();
        Database database = new Database(pool, Duration.ofSeconds(5));
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100));
        EngineSettings settings = new EngineSettings(
                Backing.bootstrapServers(),
                topic,
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                BATCH,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                backoff,
                backoff);
        this.engine = new Engine(
                projections,
                new EngineParts(settings, database, log, new People(), new SimpleMeterRegistry(), Clock.systemUTC()));
        this.rebuilds = new Rebuilds(database, log);
        this.loop = new RebuildLoop(
                engine,
                rebuilds,
                database,
                new RebuildSettings(Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofMillis(300), grace));
    }

    TestPod start() {
        engine.start();
        Thread.ofPlatform().name("rebuilds").daemon(true).start(loop);
        return this;
    }

    Rebuilds rebuilds() {
        return rebuilds;
    }

    RebuildLoop loop() {
        return loop;
    }

    /** All it was doing in the database is undone, wherever it was; then the others hear that it has gone. */
    void kill() {
        pool.close();
        close();
    }

    @Override
    public void close() {
        loop.stop();
        engine.stop();
        pool.close();
    }
}
