package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import org.jboss.logging.Logger;

/** What must be true of the server before anything is pushed. */
public final class LogStart {
    private static final Logger LOG = Logger.getLogger(LogStart.class);

    private final Sql sql;

    public LogStart(Sql sql) {
        this.sql = sql;
    }

    /**
     * Gives an empty log its position base, and says loudly when a log with events stands on a server it does not know:
     * every push is refused then, and every reader of the global order stands still.
     *
     * @throws IllegalStateException when the server allows prepared transactions
     */
    public void check() {
        sql.run(Statement.of("log/register_base"));
        Row server = sql.run(Statement.of("log/read_server")).iterator().next();
        if (server.getInteger("max_prepared_transactions") > 0) {
            throw new IllegalStateException(
                    "PostgreSQL runs with max_prepared_transactions > 0. A prepared transaction that"
                            + " is left open would hold back every reader of the log for ever; set it to 0");
        }
        if (server.getLong("base") == null) {
            LOG.errorf(
                    "The log has events, and this server (system identifier %d, timeline %d) is unknown: it was restored or"
                            + " failed over. Pushes are refused until eventstore.position_base has a row for it whose base is"
                            + " above every position in the log, in Kafka and in all checkpoints",
                    server.getLong("system_identifier"), server.getInteger("timeline"));
        }
    }
}
