package dev.vesper.projection.service;

import dev.vesper.projection.config.ProjectionConfig;
import dev.vesper.projection.engine.Backoff;
import dev.vesper.projection.engine.Engine;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.rebuild.RebuildLoop;
import dev.vesper.projection.setup.Setup;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the engine once the tables are there, and stops it before the database goes. */
@Singleton
class Lifecycle {
    private static final int MOST_ATTEMPTS = 6;
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);

    private final ProjectionConfig config;
    private final Setup setup;
    private final Engine engine;
    private final RebuildLoop rebuilds;
    private final EventLogReader log;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Lifecycle(ProjectionConfig config, Setup setup, Engine engine, RebuildLoop rebuilds, EventLogReader log) {
        this.config = config;
        this.setup = setup;
        this.engine = engine;
        this.rebuilds = rebuilds;
        this.log = log;
        this.backoff = new Backoff(
                config.projection().minBackoff(), config.projection().maxBackoff());
    }

    void start(@Observes StartupEvent event) {
        if (config.migrate().atStart()) {
            prepareTables();
        }
        if (config.migrate().only()) {
            LOG.info("The tables are up to date; the service ends, as vesper.migrate.only asks.");
            Quarkus.asyncExit(0);
            return;
        }
        engine.start();
        Thread.ofPlatform().name("rebuilds").daemon(true).start(rebuilds);
        Thread.ofVirtual().name("setup").start(this::startHandlers);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        rebuilds.stop();
        engine.stop();
    }

    /** A machine that is busy starting everything may be too slow for the first attempts. */
    private void prepareTables() {
        for (int failures = 1; failures < MOST_ATTEMPTS && !isStopped(); failures++) {
            try {
                setup.prepareTables(engine.projections());
                return;
            } catch (RuntimeException e) {
                var pause = backoff.after(failures);
                LOG.warnf("The views' tables could not be prepared: %s. Another attempt follows in %s.", e, pause);
                stopsWithin(pause.toMillis());
            }
        }
        setup.prepareTables(engine.projections());
    }

    /** Tried until eventstore-service answers. */
    private void startHandlers() {
        for (int failures = 1; !isStopped(); failures++) {
            try {
                setup.startHandlers(log);
                return;
            } catch (RuntimeException e) {
                var pause = backoff.after(failures);
                LOG.infof("The setup steps that read the log follow in %s: %s", pause, e.getMessage());
                stopsWithin(pause.toMillis());
            }
        }
    }

    private boolean isStopped() {
        return stopsWithin(0);
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
