package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parked aggregates of one projection, as far as they are in partitions that this consumer reads. */
final class ParkingLot {
    private static final Sql LOAD = Sql.of(ParkingLot.class, "load_parked_aggregates");
    private static final Sql PARK = Sql.of(ParkingLot.class, "park_aggregate");
    private static final Sql HOLD = Sql.of(ParkingLot.class, "hold_event");
    private static final Sql RECORD_SKIP = Sql.of(ParkingLot.class, "record_skip");
    private static final Sql RELEASE = Sql.of(ParkingLot.class, "release_aggregate");

    private final Projection projection;
    private final Database database;
    private final Map<AggregateKey, ParkedAggregate> parked = new HashMap<>();

    ParkingLot(Projection projection, Database database) {
        this.projection = projection;
        this.database = database;
    }

    /** Reads the table anew for all partitions that this consumer reads. */
    void load(Collection<Integer> partitions) {
        parked.clear();
        for (Row row : database.run(LOAD, projection.name(), projection.version())) {
            if (partitions.contains(row.getInteger("partition"))) {
                add(parked(row));
            }
        }
    }

    boolean holds(AggregateKey key) {
        return parked.containsKey(key);
    }

    boolean isEmpty() {
        return parked.isEmpty();
    }

    int size() {
        return parked.size();
    }

    Optional<ParkedAggregate> due(Instant now) {
        return parked.values().stream()
                .filter(waiting -> !waiting.nextAttemptAt().isAfter(now))
                .findFirst();
    }

    void add(ParkedAggregate aggregate) {
        parked.put(aggregate.key(), aggregate);
    }

    void remove(AggregateKey key) {
        parked.remove(key);
    }

    Change park(RecordedEvent failed, Instant nextAttemptAt, String error) {
        return PARK.with(
                projection.name(),
                projection.version(),
                projection.stateName(),
                failed.instanceId(),
                failed.aggregateType(),
                failed.aggregateId(),
                failed.partition(),
                failed.sequence(),
                failed.position(),
                failed.inTxOrder(),
                failed.createdAt(),
                nextAttemptAt,
                error,
                failed.type());
    }

    Change hold(RecordedEvent event) {
        return HOLD.with(
                projection.name(),
                projection.version(),
                event.instanceId(),
                event.aggregateType(),
                event.aggregateId(),
                event.position(),
                event.inTxOrder());
    }

    Change recordSkip(AggregateKey key, long sequence, SkipOrder order) {
        Projection origin = projection.origin();
        return RECORD_SKIP.with(
                origin.name(),
                origin.version(),
                projection.stateName(),
                key.instanceId(),
                key.type(),
                key.id(),
                sequence,
                order.by(),
                order.reason());
    }

    Change release(AggregateKey key) {
        return RELEASE.with(
                projection.name(),
                projection.version(),
                projection.stateName(),
                key.instanceId(),
                key.type(),
                key.id());
    }

    private static @Nullable SkipOrder order(Row row) {
        String by = row.getString("skip_by");
        return by == null ? null : new SkipOrder(by, row.getString("skip_reason"));
    }

    private static ParkedAggregate parked(Row row) {
        AggregateKey key = new AggregateKey(
                row.getString("instance_id"), row.getString("aggregate_type"), row.getString("aggregate_id"));
        return new ParkedAggregate(
                key,
                row.getInteger("partition"),
                row.getLong("failed_sequence"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("next_attempt_at").toInstant(),
                order(row));
    }
}
