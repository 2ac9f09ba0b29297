package dev.vesper.eventstore.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;

/** A connection that one thread owns. It sends one statement at a time. */
public final class Session implements Sql, AutoCloseable {
    private final PgConnection connection;
    private final SqlSource sql;
    private final Duration answerTimeout;

    private Session(PgConnection connection, SqlSource sql, Duration answerTimeout) {
        this.connection = connection;
        this.sql = sql;
        this.answerTimeout = answerTimeout;
    }

    public static Session open(Vertx vertx, PgConnectOptions options, SqlSource sql, Duration answerTimeout) {
        PgConnection connection = PgConnection.connect(vertx, options).await().atMost(answerTimeout);
        return new Session(connection, sql, answerTimeout);
    }

    @Override
    public RowSet<Row> run(Statement statement) {
        return send(statement).await().atMost(answerTimeout);
    }

    /** Closes the connection itself, whatever it is busy with. */
    @Override
    public void close() {
        connection.closeAndForget();
    }

    private Uni<RowSet<Row>> send(Statement statement) {
        String text = sql.text(statement.name());
        return statement.prepared()
                ? connection.preparedQuery(text).execute(statement.parameters())
                : connection.query(text).execute();
    }
}
