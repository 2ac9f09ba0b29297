package dev.vesper.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Looks after a run whether the log kept its word: every answered push stands there once, where its answer says, nothing else
 * does, sequences have no gap, and positions never fall while they grow.
 */
final class LogAudit {
    private static final int ROWS_PER_STATEMENT = 5000;

    private final Cluster cluster;

    LogAudit(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * @param instance that the run wrote to, and nobody else
     * @throws IllegalStateException when anything is wrong; then no figure counts
     */
    void check(String instance, Answers answers) throws SQLException {
        try (var connection = cluster.connect()) {
            load(connection, answers);
            try (var audit = connection.prepareStatement(Resources.text("audit_run.sql"))) {
                audit.setString(1, instance);
                try (var row = audit.executeQuery()) {
                    row.next();
                    for (int wrong = 1; wrong <= row.getMetaData().getColumnCount(); wrong++) {
                        if (row.getLong(wrong) != 0) {
                            throw new IllegalStateException("The log did not keep its word in run %s: %d %s"
                                    .formatted(
                                            instance,
                                            row.getLong(wrong),
                                            row.getMetaData().getColumnLabel(wrong)));
                        }
                    }
                }
            }
        }
    }

    private static void load(Connection connection, Answers answers) throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute(Resources.text("create_answers.sql"));
        }
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(Resources.text("insert_answer.sql"))) {
            int waiting = 0;
            for (var caller : answers.all()) {
                for (int row = 0; row < caller.count(); row++) {
                    insert.setObject(1, caller.pushId(row));
                    insert.setLong(2, caller.position(row));
                    insert.setInt(3, caller.inTxOrder(row));
                    insert.setLong(4, caller.sequence(row));
                    insert.addBatch();
                    if (++waiting % ROWS_PER_STATEMENT == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var analyze = connection.createStatement()) {
            analyze.execute("ANALYZE answers");
        }
    }
}
