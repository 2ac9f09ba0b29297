package dev.vesper.notifier.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reactive pool behind calls that block a virtual or an owned thread, each with a limit. */
public final class Database {
    private final Pool pool;
    private final Duration longestWait;

    public Database(Pool pool, Duration longestWait) {
        this.pool = pool;
        this.longestWait = longestWait;
    }

    /** Runs one statement in a transaction of its own. */
    public RowSet<Row> run(Statement statement, @Nullable Object... values) {
        return run(pool, statement, values);
    }

    /**
     * Commits what the work did, or nothing of it.
     *
     * @throws DatabaseFailure also when the commit's answer did not come: the outcome is unknown then
     */
    public <T> T inTransaction(Function<Open, T> work) {
        SqlConnection connection = connect();
        try {
            Transaction transaction = await("begin", connection.begin());
            T result = runOrRollBack(work, connection, transaction);
            await("commit", transaction.commit());
            return result;
        } finally {
            connection.close();
        }
    }

    /** An open transaction. */
    public final class Open {
        private final SqlConnection connection;

        private Open(SqlConnection connection) {
            this.connection = connection;
        }

        public RowSet<Row> run(Statement statement, @Nullable Object... values) {
            return Database.this.run(connection, statement, values);
        }
    }

    private <T> T runOrRollBack(Function<Open, T> work, SqlConnection connection, Transaction transaction) {
        try {
            return work.apply(new Open(connection));
        } catch (RuntimeException failed) {
            try {
                await("rollback", transaction.rollback());
            } catch (DatabaseFailure alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    private SqlConnection connect() {
        Future<SqlConnection> connecting = pool.getConnection();
        try {
            return await("connect", connecting);
        } catch (DatabaseFailure late) {
            connecting.onSuccess(SqlConnection::close);
            throw late;
        }
    }

    private RowSet<Row> run(SqlClient client, Statement statement, @Nullable Object... values) {
        return await(statement.name(), client.preparedQuery(statement.text()).execute(Tuple.from(values)));
    }

    private <T> T await(String what, Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DatabaseFailure(what, e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseFailure(what + " within " + longestWait, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure(what, e);
        }
    }
}
