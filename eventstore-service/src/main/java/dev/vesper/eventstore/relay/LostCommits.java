package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A topic that holds what the log does not shows that a failover or a restore lost commits; going on would hide it. So the
 * base is withdrawn: nothing is pushed any more, in no pod, until somebody has repaired the log.
 */
final class LostCommits {
    private final Sql sql;

    LostCommits(Sql sql) {
        this.sql = sql;
    }

    /**
     * Positions of lost commits may have been given again since, so the end of the log tells not enough: the last event that
     * was relayed must be there itself.
     *
     * @param relayed the last that the topic holds
     * @throws IllegalStateException that says what to do, when the log does not hold it
     */
    void check(Topic topic, Cursor relayed) {
        if (relayed.equals(Cursor.START) || isHeld(relayed)) {
            return;
        }
        String found =
                "Kafka topic %s holds %s, which the log does not: commits were lost".formatted(topic.name(), relayed);
        sql.run(Statement.of("log/withdraw_base", found));
        throw new IllegalStateException(found
                + ". Nothing is pushed or relayed until this is repaired: run the service with VESPER_REPAIR_MODE=report, and"
                + " see docs/restore-and-failover.md");
    }

    private boolean isHeld(Cursor relayed) {
        for (Row row : sql.run(Statement.of("relay/holds_event", relayed.position(), relayed.inTxOrder()))) {
            return row.getBoolean("held");
        }
        return false;
    }
}
