package dev.vesper.projection.engine;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Changes;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Transaction;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Applies a batch in one transaction: the checkpoints first, which fails where another consumer was here, then the events,
 * those of one key in their order. It is sent as a whole; only when an event fails is it done again with a savepoint before each.
 */
final class BatchWriter {
    private static final Logger LOG = Logger.getLogger(BatchWriter.class);
    private static final int LONGEST_ERROR_CHARS = 2_000;

    private final Projection projection;
    private final Database database;
    private final Checkpoints checkpoints;
    private final ParkingLot parkingLot;
    private final KeySource keys;
    private final Backoff parkedRetry;
    private final Clock clock;
    private Map<String, Long> startPositions = Map.of();
    private Set<SkippedEvent> skipped = Set.of();

    BatchWriter(Projection projection, Database database, KeySource keys, Backoff parkedRetry, Clock clock) {
        this.projection = projection;
        this.database = database;
        this.checkpoints = new Checkpoints(projection, database);
        this.parkingLot = new ParkingLot(projection, database);
        this.keys = keys;
        this.parkedRetry = parkedRetry;
        this.clock = clock;
    }

    /** Reads anew what operators and setup steps said, and what waits in these partitions. */
    void load(Collection<Integer> partitions) {
        startPositions = checkpoints.startPositions();
        skipped = checkpoints.skipped();
        parkingLot.load(partitions);
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    ParkingLot parkingLot() {
        return parkingLot;
    }

    /**
     * @throws RuntimeException that {@link Failures} knows; then nothing has happened, or it is unknown whether it has
     */
    void write(List<CheckpointMove> moves, List<RecordedEvent> batch) {
        List<RecordedEvent> events = batch.stream().filter(this::isHandled).toList();
        EventCodec codec = new EventCodec(BatchKeys.fetch(keys, events));
        try {
            inTransaction(moves, events, codec, Manner.TOGETHER);
        } catch (RuntimeException e) {
            if (!Failures.isOfTheEvent(e)) {
                throw e;
            }
            inTransaction(moves, events, codec, Manner.ONE_BY_ONE);
        }
    }

    private boolean isHandled(RecordedEvent event) {
        return event.position() > startPositions.getOrDefault(event.instanceId(), Long.MIN_VALUE)
                && (skipped.isEmpty() || !skipped.contains(SkippedEvent.of(event)));
    }

    private void inTransaction(
            List<CheckpointMove> moves, List<RecordedEvent> events, EventCodec codec, Manner manner) {
        Map<AggregateKey, ParkedAggregate> newlyParked = database.withConnection(connection -> {
            Transaction transaction = new Transaction(database, connection);
            transaction.send(advances(moves));
            Map<AggregateKey, ParkedAggregate> parked = new HashMap<>();
            Changes together = new Changes();
            for (RecordedEvent event : events) {
                AggregateKey key = AggregateKey.of(event);
                if (parkingLot.holds(key) || parked.containsKey(key)) {
                    transaction.send(parkingLot.hold(event));
                    continue;
                }
                Consumer<Change> applying = manner == Manner.TOGETHER
                        ? change -> together.add(event.key(), change)
                        : change -> transaction.attempt(() -> transaction.send(change));
                apply(event, codec, transaction, applying).ifPresent(aggregate -> parked.put(key, aggregate));
            }
            transaction.send(together);
            transaction.commit();
            return parked;
        });
        newlyParked.values().forEach(parkingLot::add);
    }

    private Changes advances(List<CheckpointMove> moves) {
        Changes advances = new Changes();
        moves.forEach(move -> advances.add("", checkpoints.advance(move)));
        return advances;
    }

    /** @return the event's aggregate, if it is parked now */
    private Optional<ParkedAggregate> apply(
            RecordedEvent event, EventCodec codec, Transaction transaction, Consumer<Change> applying) {
        try {
            applying.accept(reduce(event, codec));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (!Failures.isOfTheEvent(e)) {
                throw e;
            }
            return Optional.of(park(event, 1, e, transaction));
        }
    }

    Change reduce(RecordedEvent event, EventCodec codec) {
        return event.isOpaque() ? Change.NONE : projection.reduce(event, codec.decode(event));
    }

    /** @param attempt the one that failed, from 1 */
    ParkedAggregate park(RecordedEvent event, int attempt, RuntimeException failure, Transaction transaction) {
        Instant next = clock.instant().plus(parkedRetry.after(attempt));
        transaction.send(parkingLot.park(event, next, description(failure)));
        LOG.warnf(
                "Projection %s cannot apply %s (sequence %d of %s %s of instance %s, position %d.%d): %s. The aggregate is "
                        + "parked, all others go on; attempt %d follows at %s.",
                projection.name(),
                event.type(),
                event.sequence(),
                event.aggregateType(),
                event.aggregateId(),
                event.instanceId(),
                event.position(),
                event.inTxOrder(),
                description(failure),
                attempt + 1,
                next);
        return new ParkedAggregate(AggregateKey.of(event), event.partition(), event.sequence(), attempt, next, null);
    }

    /** Without the database's details, which quote rows, and so what was sealed in the log. */
    private static String description(RuntimeException failure) {
        String text = failure instanceof PgException refused
                ? "%s (SQLSTATE %s)".formatted(refused.getErrorMessage(), refused.getSqlState())
                : String.valueOf(failure.getMessage());
        return text.length() > LONGEST_ERROR_CHARS ? text.substring(0, LONGEST_ERROR_CHARS) : text;
    }

    /** How changes are sent: all at once, or each apart, so that one may fail. */
    private enum Manner {
        TOGETHER,
        ONE_BY_ONE
    }
}
