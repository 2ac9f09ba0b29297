package dev.vesper.eventstore.retention;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * Moves finished aggregates to the archive, a few per transaction. It needs no fence: a second one that runs by mistake finds
 * nothing left to move.
 */
final class Archivist {
    private final Sql sql;
    private final Lease lease;
    private final Passed passed;
    private final List<ArchiveRule> rules;
    private final int batchAggregates;
    private final ObjLongConsumer<String> archived;

    /** @param archived is told the aggregate type and how many events were moved */
    Archivist(
            Sql sql,
            Lease lease,
            Passed passed,
            List<ArchiveRule> rules,
            int batchAggregates,
            ObjLongConsumer<String> archived) {
        this.sql = sql;
        this.lease = lease;
        this.passed = passed;
        this.rules = rules;
        this.batchAggregates = batchAggregates;
        this.archived = archived;
    }

    /** Goes once through everything that is old, unless another pod does. */
    void runOnce() {
        OptionalLong epoch = lease.take();
        if (epoch.isEmpty()) {
            return;
        }
        passed.position().ifPresent(below -> sweep(below, epoch.getAsLong()));
        lease.release(epoch.getAsLong());
    }

    private void sweep(long below, long epoch) {
        for (Row instance : sql.run(Statement.of("retention/find_instances"))) {
            for (ArchiveRule rule : rules) {
                new Sweep(rule, instance.getString(0), below).run(epoch);
            }
        }
    }

    /** One rule's way through the aggregates of one instance, from the oldest to the first that is too young. */
    private final class Sweep {
        private final ArchiveRule rule;
        private final String instanceId;
        private final long below;
        private Cursor place = Cursor.START;
        private boolean hasMore = true;

        Sweep(ArchiveRule rule, String instanceId, long below) {
            this.rule = rule;
            this.instanceId = instanceId;
            this.below = below;
        }

        void run(long epoch) {
            while (hasMore && lease.renew(epoch)) {
                List<String> finished = nextFinished();
                if (!finished.isEmpty()) {
                    archived.accept(rule.aggregateType(), move(finished));
                }
            }
        }

        private List<String> nextFinished() {
            List<String> finished = new ArrayList<>();
            int rows = 0;
            boolean isOld = true;
            for (Row row : sql.run(Statement.of(
                    rule.finished(),
                    instanceId,
                    place.position(),
                    place.inTxOrder(),
                    below,
                    (double) rule.age().toSeconds(),
                    batchAggregates))) {
                rows++;
                isOld = row.getBoolean("is_old");
                place = new Cursor(row.getLong("position"), row.getInteger("in_tx_order"));
                if (row.getBoolean("is_finished")) {
                    finished.add(row.getString("aggregate_id"));
                }
            }
            hasMore = rows == batchAggregates && isOld;
            return finished;
        }

        private long move(List<String> finished) {
            return sql.run(Statement.of(
                            "retention/archive_aggregates",
                            instanceId,
                            rule.aggregateType(),
                            finished.toArray(String[]::new),
                            below))
                    .rowCount();
        }
    }
}
