package dev.vesper.notifier.automation;

import dev.vesper.events.Cursor;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored checkpoints of the partitions. */
final class Checkpoints {
    private static final Statement ADD = Statement.named("add_checkpoints");
    private static final Statement FIND = Statement.named("find_checkpoints");
    private static final Statement MOVE = Statement.named("move_checkpoints");

    private final Database database;

    Checkpoints(Database database) {
        this.database = database;
    }

    Map<Integer, Checkpoint> load(Collection<Integer> partitions) {
        Integer[] wanted = partitions.toArray(Integer[]::new);
        database.run(ADD, (Object) wanted);
        Map<Integer, Checkpoint> found = new HashMap<>();
        for (Row row : database.run(FIND, (Object) wanted)) {
            Cursor cursor = new Cursor(row.getLong("position"), row.getInteger("in_tx_order"));
            found.put(row.getInteger("partition"), new Checkpoint(row.getLong("next_offset"), cursor));
        }
        return found;
    }

    /** Locks and moves. @throws Moved when another process has moved one: this one has lost the partition */
    static void move(Map<Integer, Checkpoint> from, Map<Integer, Checkpoint> to, Database.Open transaction) {
        Columns<Integer> partitions = new Columns<>(List.copyOf(to.keySet()));
        int moved = transaction
                .run(
                        MOVE,
                        partitions.ints(partition -> partition),
                        partitions.longs(partition -> of(from, partition).nextOffset()),
                        partitions.longs(partition -> of(to, partition).nextOffset()),
                        partitions.longs(partition -> of(to, partition).cursor().position()),
                        partitions.ints(partition -> of(to, partition).cursor().inTxOrder()))
                .rowCount();
        if (moved != to.size()) {
            throw new Moved();
        }
    }

    private static Checkpoint of(Map<Integer, Checkpoint> checkpoints, Integer partition) {
        Checkpoint checkpoint = checkpoints.get(partition);
        if (checkpoint == null) {
            throw new Moved();
        }
        return checkpoint;
    }

    /** This reader is behind the stored checkpoint, and must begin there again. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Moved() {
            super("another process has moved the checkpoint");
        }
    }
}
