package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;

/** A topic that is ahead of the log shows that a failover or a restore lost commits; going on would hide it. */
final class LostCommits {
    private final Sql sql;

    LostCommits(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param relayed the last that the topic holds
     * @throws IllegalStateException that says what to do, when the log ends before it
     */
    void check(Topic topic, Cursor relayed) {
        Cursor last = lastEvent();
        if (relayed.isAfter(last)) {
            throw new IllegalStateException(
                    ("Kafka topic %s holds %s, and the log ends at %s: commits were lost. Nothing is relayed until the base in"
                                    + " eventstore.position_base is above Kafka and the lost events have been dealt with")
                            .formatted(topic.name(), relayed, last));
        }
    }

    private Cursor lastEvent() {
        for (Row row : sql.run(Statement.of("relay/read_last_event"))) {
            return new Cursor(row.getLong(0), row.getInteger(1));
        }
        return Cursor.START;
    }
}
