package dev.vesper.simulation.database;

import io.vertx.pgclient.PgException;

/** What PostgreSQL says no with. */
public final class Refusal {
    private Refusal() {}

    static PgException of(String sqlState, String message) {
        return new PgException(message, "ERROR", sqlState, "");
    }

    static PgException duplicateKey(Table table) {
        return of("23505", "duplicate key value violates unique constraint of " + table.name());
    }

    static PgException lockTimeout() {
        return of("55P03", "canceling statement due to lock timeout");
    }

    static PgException transactionFailed() {
        return of("25P02", "current transaction is aborted, commands ignored until end of transaction block");
    }
}
