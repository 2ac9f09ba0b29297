package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of {@code projections.partition_states} of one projection. */
final class Checkpoints {
    private static final Sql ADVANCE = Sql.of(Checkpoints.class, "advance_checkpoint");
    private static final Sql CREATE = Sql.of(Checkpoints.class, "create_checkpoint");
    private static final Sql LOAD = Sql.of(Checkpoints.class, "load_checkpoints");
    private static final Sql BEGIN_CATCHING_UP = Sql.of(Checkpoints.class, "begin_catching_up");
    private static final Sql END_CATCHING_UP = Sql.of(Checkpoints.class, "end_catching_up");
    private static final Sql LOAD_STARTS = Sql.of(Checkpoints.class, "load_start_positions");
    private static final Sql REPORT_LAGS = Sql.of(Checkpoints.class, "report_lags");
    private static final Sql LOAD_SKIPPED = Sql.of(Checkpoints.class, "load_skipped_events");
    private static final Sql REPORT_LOW_MARK = Sql.of(Checkpoints.class, "report_low_mark");

    private final Projection projection;
    private final Database database;

    Checkpoints(Projection projection, Database database) {
        this.projection = projection;
        this.database = database;
    }

    Change advance(CheckpointMove move) {
        return ADVANCE.with(
                projection.name(),
                projection.version(),
                move.partition(),
                move.from().position(),
                move.from().inTxOrder(),
                move.to().position(),
                move.to().inTxOrder(),
                move.knownOffset(),
                move.generation());
    }

    /** The checkpoints of these partitions; one that has none begins by reading the log. */
    Map<Integer, PartitionState> load(Collection<Integer> partitions) {
        if (projection.origin() == projection) {
            partitions.forEach(this::create);
        }
        Map<Integer, PartitionState> states = new TreeMap<>();
        for (Row row : database.run(LOAD, projection.name(), projection.version())) {
            if (partitions.contains(row.getInteger("partition"))) {
                states.put(row.getInteger("partition"), state(row));
            }
        }
        return states;
    }

    /** Where all partitions stand, also those of other pods. */
    Map<Integer, Cursor> positions() {
        Map<Integer, Cursor> positions = new TreeMap<>();
        for (Row row : database.run(LOAD, projection.name(), projection.version())) {
            positions.put(row.getInteger("partition"), cursor(row));
        }
        return positions;
    }

    /** By instance, the position after which its events are handled. */
    Map<String, Long> startPositions() {
        Map<String, Long> starts = new HashMap<>();
        for (Row row : database.run(LOAD_STARTS, projection.origin().stateName())) {
            starts.put(row.getString("instance_id"), row.getLong("start_position"));
        }
        return starts;
    }

    void beginCatchingUp(int partition) {
        database.run(BEGIN_CATCHING_UP, projection.name(), projection.version(), partition);
    }

    /** @param offset of the topic, before which there is nothing that the log did not give */
    void endCatchingUp(int partition, long offset) {
        database.run(END_CATCHING_UP, projection.name(), projection.version(), partition, offset);
    }

    /** What an operator ordered to leave out. */
    Set<SkippedEvent> skipped() {
        Set<SkippedEvent> skipped = new HashSet<>();
        Projection origin = projection.origin();
        for (Row row : database.run(LOAD_SKIPPED, origin.name(), origin.version())) {
            AggregateKey key = new AggregateKey(
                    row.getString("instance_id"), row.getString("aggregate_type"), row.getString("aggregate_id"));
            skipped.add(new SkippedEvent(key, row.getLong("sequence")));
        }
        return skipped;
    }

    void reportLags(List<PartitionLag> lags) {
        database.run(
                REPORT_LAGS,
                projection.name(),
                projection.version(),
                lags.stream().map(PartitionLag::partition).toArray(Integer[]::new),
                lags.stream().map(PartitionLag::events).toArray(Long[]::new),
                lags.stream().map(PartitionLag::oldestUnprocessedMicros).toArray(Long[]::new));
    }

    void reportLowMark() {
        database.run(REPORT_LOW_MARK, projection.name(), projection.version(), projection.stateName());
    }

    private void create(int partition) {
        database.run(CREATE, projection.name(), projection.version(), partition);
    }

    private static PartitionState state(Row row) {
        Long offset = row.getLong("kafka_offset");
        return new PartitionState(
                row.getInteger("partition"),
                cursor(row),
                offset == null ? PartitionState.UNKNOWN_OFFSET : offset,
                row.getBoolean("catching_up"),
                row.getInteger("generation"));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(row.getLong("position"), row.getInteger("in_tx_order"));
    }
}
