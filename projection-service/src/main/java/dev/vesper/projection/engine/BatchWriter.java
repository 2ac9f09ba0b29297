package dev.vesper.projection.engine;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Applies a batch in one transaction: the checkpoints first, which fails where another consumer was here, then the events
 * in order. It is sent as a whole; only when an event fails is it done again with a savepoint before each.
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

    BatchWriter(Projection projection, Database database, KeySource keys, Backoff parkedRetry, Clock clock) {
        this.projection = projection;
        this.database = database;
        this.checkpoints = new Checkpoints(projection, database);
        this.parkingLot = new ParkingLot(projection, database);
        this.keys = keys;
        this.parkedRetry = parkedRetry;
        this.clock = clock;
    }

    /** By instance, the position up to which its events are not handled. */
    void startAfter(Map<String, Long> positions) {
        startPositions = Map.copyOf(positions);
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
        List<RecordedEvent> events = batch.stream().filter(this::isAfterStart).toList();
        EventCodec codec = new EventCodec(BatchKeys.fetch(keys, events));
        try {
            inTransaction(moves, events, codec, Transaction::send);
        } catch (RuntimeException e) {
            if (!Failures.isOfTheEvent(e)) {
                throw e;
            }
            inTransaction(
                    moves, events, codec, (transaction, change) -> transaction.attempt(() -> transaction.send(change)));
        }
    }

    private boolean isAfterStart(RecordedEvent event) {
        return event.position() > startPositions.getOrDefault(event.instanceId(), Long.MIN_VALUE);
    }

    private void inTransaction(
            List<CheckpointMove> moves, List<RecordedEvent> events, EventCodec codec, Applying applying) {
        Map<AggregateKey, ParkedAggregate> newlyParked = database.withConnection(connection -> {
            Transaction transaction = new Transaction(database, connection);
            moves.forEach(move -> transaction.send(checkpoints.advance(move)));
            Map<AggregateKey, ParkedAggregate> parked = new HashMap<>();
            for (RecordedEvent event : events) {
                AggregateKey key = AggregateKey.of(event);
                if (parkingLot.holds(key) || parked.containsKey(key)) {
                    transaction.send(parkingLot.hold(event));
                } else {
                    apply(event, codec, transaction, applying, parked);
                }
            }
            transaction.commit();
            return parked;
        });
        newlyParked.values().forEach(parkingLot::add);
    }

    private void apply(
            RecordedEvent event,
            EventCodec codec,
            Transaction transaction,
            Applying applying,
            Map<AggregateKey, ParkedAggregate> parked) {
        try {
            applying.apply(transaction, reduce(event, codec));
        } catch (RuntimeException e) {
            if (!Failures.isOfTheEvent(e)) {
                throw e;
            }
            ParkedAggregate aggregate = park(event, 1, e, transaction);
            parked.put(aggregate.key(), aggregate);
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
        return new ParkedAggregate(AggregateKey.of(event), event.partition(), event.sequence(), attempt, next);
    }

    private static String description(RuntimeException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.length() > LONGEST_ERROR_CHARS ? text.substring(0, LONGEST_ERROR_CHARS) : text;
    }

    /** How a change is sent; an exception is the event's failure. */
    private interface Applying {
        void apply(Transaction transaction, Change change);
    }
}
