package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;

/** What must be true of the server before anything is pushed. */
public final class LogStart {
    private final Sql sql;

    public LogStart(Sql sql) {
        this.sql = sql;
    }

    /**
     * Gives an empty log its position base. A log with events on a server that it does not know gets none here: every push is
     * refused then, and every reader of the global order stands still, until {@code repair} has compared it with all others.
     *
     * @throws IllegalStateException when the server allows prepared transactions, or commits without waiting for its disk
     */
    public void check() {
        sql.run(Statement.of("log/register_base"));
        Row server = sql.run(Statement.of("log/read_server")).iterator().next();
        if (server.getInteger("max_prepared_transactions") > 0) {
            throw new IllegalStateException(
                    "PostgreSQL runs with max_prepared_transactions > 0. A prepared transaction that"
                            + " is left open would hold back every reader of the log for ever; set it to 0");
        }
        if (server.getString("synchronous_commit").equals("off")) {
            throw new IllegalStateException(
                    "PostgreSQL runs with synchronous_commit = off. A push would be answered, read and relayed before it is"
                            + " on disk, and a crash would lose it; set it to on, or leave it at its default");
        }
    }
}
