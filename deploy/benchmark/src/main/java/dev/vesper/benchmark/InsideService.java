package dev.vesper.benchmark;

import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogConfig;
import dev.vesper.eventstore.log.PgEventLog;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.WriterSession;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log as the service has it, with the defaults of its configuration, in this JVM: what a push costs without the network. */
final class InsideService implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final int CONVERTER_PRIORITY = 200;

    /** In the service the configuration of logging sees to that; here nothing would, and the driver traces every value it reads. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final PgEventLog log;

    InsideService(Cluster cluster) {
        DRIVER.setLevel(Level.WARNING);
        var config = config();
        var options = PgConnectOptions.fromUri(cluster.url())
                .setCachePreparedStatements(true)
                .addProperty(
                        "transaction_timeout",
                        Long.toString(config.transactionTimeout().toMillis()));
        this.pool = PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(16))
                .using(vertx)
                .build();
        this.log = new PgEventLog(
                config,
                () -> WriterSession.open(options, SqlSource.RESOURCES, config.answerTimeout()),
                new PooledSql(pool, SqlSource.RESOURCES, config.answerTimeout()),
                PARTITIONS,
                CommitListener.NONE);
    }

    EventLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    private static LogConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(LogConfig.class, "vesper.event-log")
                .build()
                .getConfigMapping(LogConfig.class, "vesper.event-log");
    }
}
