package dev.vesper.projection.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Blocking access to the views' database. Every wait ends by {@code timeout}. */
public final class Database {
    private static final Sql ROLLBACK = Sql.of(Database.class, "rollback");

    private final Pool pool;
    private final Duration timeout;

    public Database(Pool pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    /**
     * One statement in a round trip and a transaction of its own.
     *
     * @throws PgException when the database refused it
     * @throws DatabaseUnavailable when it did not answer
     * @throws IllegalStateException when the parameters do not fit the statement
     */
    public RowSet<Row> run(Sql sql, @Nullable Object... parameters) {
        return await(pool.preparedQuery(sql.text()).execute(Sql.tuple(parameters)));
    }

    /** Lends a connection of its own. After a failure it is closed, because a transaction may be open on it. */
    public <T> T withConnection(Function<SqlConnection, T> work) {
        SqlConnection connection = await(pool.getConnection());
        try {
            T result = work.apply(connection);
            // Handing it back needs no answer: it is clean.
            connection.close();
            return result;
        } catch (RuntimeException e) {
            abandon(connection);
            throw e;
        }
    }

    /** @throws DatabaseUnavailable when there is no answer in time */
    public <T> T await(Future<T> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the database", e);
        } catch (TimeoutException e) {
            throw new DatabaseUnavailable("the database did not answer within " + timeout, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PgException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException || e.getCause() instanceof ClosedConnectionException) {
                throw new DatabaseUnavailable("the database cannot be reached: " + e.getCause(), e);
            }
            throw new IllegalStateException("a statement could not be sent: " + e.getCause(), e);
        }
    }

    /** Rolls back what is open; a connection that cannot do that any more is dropped by the pool. */
    private void abandon(SqlConnection connection) {
        connection.query(ROLLBACK.text()).execute().onComplete(done -> connection.close());
    }
}
