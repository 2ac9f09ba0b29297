package dev.vesper.eventstore.api.eventlog;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** While it is open, no push comes past the heads. */
final class Stalled implements AutoCloseable {
    private final SqlConnection connection;

    Stalled(Pool pool) {
        connection = pool.getConnectionAndAwait();
        connection.query("SET transaction_timeout = 0").executeAndAwait();
        connection.query("BEGIN").executeAndAwait();
        connection.query("LOCK TABLE eventstore.heads IN ACCESS EXCLUSIVE MODE").executeAndAwait();
    }

    @Override
    public void close() {
        connection.query("ROLLBACK").executeAndAwait();
        connection.query("SET transaction_timeout = '2s'").executeAndAwait();
        connection.closeAndAwait();
    }
}
