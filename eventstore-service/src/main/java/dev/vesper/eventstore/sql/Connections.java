package dev.vesper.eventstore.sql;

import dev.vesper.eventstore.config.EventstoreConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Opens connections that one thread owns: a writer or a relay that gives one up must be sure that it is gone. */
@Singleton
public final class Connections implements Supplier<Session> {
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

    @Override
    public Session get() {
        return Session.open(vertx, options, SqlSource.RESOURCES, answerTimeout);
    }
}
