package dev.vesper.eventstore.sql;

import dev.vesper.eventstore.config.EventstoreConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Opens connections that one thread owns: a writer or a relay that gives one up must be sure that it is gone. */
@Singleton
public final class Connections implements Supplier<Session> {
    /**
     * Who follows the log asks the same few things again and again, by index: each is planned once. The planner would plan them
     * anew each time, which costs more than an answer without rows; and of what was written since the last ANALYZE it takes a
     * page for a row or two, and sorts all of it.
     */
    private static final Map<String, String> PLANNED_ONCE = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "enable_seqscan", "off",
            "enable_bitmapscan", "off",
            "jit", "off");

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Duration answerTimeout;

    Connections(Vertx vertx, EventstoreConfig config) {
        this.vertx = vertx;
        this.answerTimeout = config.eventLog().answerTimeout();
        this.options = PgConnectOptions.fromUri(config.postgres().url())
                .setCachePreparedStatements(true)
                .addProperty("application_name", "eventstore-service")
                .addProperty(
                        "transaction_timeout",
                        Long.toString(config.eventLog().transactionTimeout().toMillis()));
    }

    /** For a lane of the log. */
    public WriterSession writer() {
        return WriterSession.open(options, SqlSource.RESOURCES, answerTimeout);
    }

    /** For a relay. */
    public Session follower() {
        PgConnectOptions planned = new PgConnectOptions(options);
        PLANNED_ONCE.forEach(planned::addProperty);
        return Session.open(vertx, planned, SqlSource.RESOURCES, answerTimeout);
    }

    @Override
    public Session get() {
        return Session.open(vertx, options, SqlSource.RESOURCES, answerTimeout);
    }
}
