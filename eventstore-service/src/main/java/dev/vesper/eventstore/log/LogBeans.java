package dev.vesper.eventstore.log;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.Connections;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Puts the log together for the service. */
@Singleton
final class LogBeans {
    /** Before everything that pushes starts, and after it stops. */
    private static final int OUTERMOST = 100;

    private final LogConfig config;
    private final PgEventLog log;
    private final MeterRegistry metrics;
    private final Sql reads;
    private final List<Repeating> jobs = new ArrayList<>();

    LogBeans(
            EventstoreConfig config,
            Pool pool,
            Connections connections,
            CommitListener listener,
            MeterRegistry metrics) {
        this.config = config.eventLog();
        this.reads = new PooledSql(pool, SqlSource.RESOURCES, this.config.answerTimeout());
        this.log = new PgEventLog(
                this.config, connections::writer, reads, config.kafka().partitions(), listener);
        this.metrics = metrics;
    }

    void start(@Observes @Priority(OUTERMOST) StartupEvent event) {
        new LogStart(reads).check();
        PushPurge purge = new PushPurge(reads, config.answersKept(), config.purgeRows());
        jobs.add(Repeating.start("push-purge", config.purgeInterval(), purge::runOnce));
        HorizonMetrics horizon = new HorizonMetrics(reads, metrics);
        jobs.add(Repeating.start("horizon-metrics", config.metricsInterval(), horizon::runOnce));
        metrics.gauge("vesper.log.waiting", log, PgEventLog::waiting);
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE - OUTERMOST) ShutdownEvent event) {
        jobs.forEach(Repeating::close);
        log.close();
    }

    @Produces
    @Singleton
    EventLog log() {
        return new MeteredEventLog(log, metrics);
    }

    @Produces
    @Singleton
    Sql reads() {
        return reads;
    }
}
