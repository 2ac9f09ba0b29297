package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;

/** The number of partitions is the log's own, for ever: each event's partition is stored with it. */
final class PartitionCount {
    private final Sql sql;

    PartitionCount(Sql sql) {
        this.sql = sql;
    }

    /** @throws IllegalStateException when the log is written for another number than is configured */
    void check(int configured) {
        sql.run(Statement.of("relay/remember_partitions", configured));
        int written =
                sql.run(Statement.of("relay/read_partitions")).iterator().next().getInteger(0);
        if (written != configured) {
            throw new IllegalStateException(
                    ("vesper.kafka.partitions is %d, and the log is written for %d: events of one aggregate would come to stand"
                                    + " in two partitions. Set it to %d")
                            .formatted(configured, written, written));
        }
    }
}
