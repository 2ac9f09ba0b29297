package dev.vesper.eventstore.sql;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;

/** Runs each statement on any connection of a pool. */
public final class PooledSql implements Sql {
    private final Pool pool;
    private final SqlSource source;
    private final Duration answerTimeout;

    public PooledSql(Pool pool, SqlSource source, Duration answerTimeout) {
        this.pool = pool;
        this.source = source;
        this.answerTimeout = answerTimeout;
    }

    @Override
    public RowSet<Row> run(Statement statement) {
        return pool.preparedQuery(source.text(statement.name()))
                .execute(statement.parameters())
                .await()
                .atMost(answerTimeout);
    }
}
