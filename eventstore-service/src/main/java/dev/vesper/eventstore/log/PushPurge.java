package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;

/** Removes the answers of pushes that nobody will repeat any more. */
public final class PushPurge {
    private final Sql sql;
    private final Duration kept;
    private final int rowsPerTransaction;

    public PushPurge(Sql sql, Duration kept, int rowsPerTransaction) {
        this.sql = sql;
        this.kept = kept;
        this.rowsPerTransaction = rowsPerTransaction;
    }

    /** @return how many were removed; each transaction removes a limited number, because a long one holds back readers */
    public long runOnce() {
        long removed = 0;
        int rows;
        do {
            rows = sql.run(Statement.of("log/purge_pushes", kept.toSeconds(), rowsPerTransaction))
                    .rowCount();
            removed += rows;
        } while (rows == rowsPerTransaction);
        return removed;
    }
}
