package dev.vesper.eventstore.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Runs one statement at a time and waits for its answer; each is a transaction of its own. */
@FunctionalInterface
public interface Sql {
    RowSet<Row> run(Statement statement);
}
