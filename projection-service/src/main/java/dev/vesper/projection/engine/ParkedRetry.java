package dev.vesper.projection.engine;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tries parked aggregates again when their time has come: reads what was held from the log, up to where the partition
 * stands, and applies it. What comes later arrives by the topic as ever.
 */
final class ParkedRetry {
    private static final Logger LOG = Logger.getLogger(ParkedRetry.class);

    private final Projection projection;
    private final Database database;
    private final BatchWriter writer;
    private final EventLogReader log;
    private final KeySource keys;
    private final Backoff retry;
    private final Clock clock;

    ParkedRetry(Projection projection, BatchWriter writer, EngineParts parts) {
        this.projection = projection;
        this.database = parts.database();
        this.writer = writer;
        this.log = parts.log();
        this.keys = parts.keys();
        this.retry = parts.settings().parkedRetry();
        this.clock = parts.clock();
    }

    /** Tries one aggregate, if one is due. */
    void runOnce(Map<Integer, PartitionState> states) {
        writer.parkingLot().due(clock.instant()).ifPresent(parked -> {
            PartitionState state = states.get(parked.partition());
            if (state != null) {
                retry(parked, state);
            }
        });
    }

    private void retry(ParkedAggregate parked, PartitionState state) {
        try {
            List<RecordedEvent> held = log.readAggregate(parked.key(), parked.failedSequence()).stream()
                    .filter(event -> !event.cursor().isAfter(state.seen()))
                    .toList();
            retry(parked, held, new EventCodec(BatchKeys.fetch(keys, held)), state);
        } catch (LogUnavailable e) {
            LOG.warnf(
                    "Projection %s could not read parked %s again: %s. It tries once more in %s.",
                    projection.name(), parked.key(), e.getMessage(), retry.after(parked.attempts()));
            postpone(parked);
        }
    }

    private void retry(ParkedAggregate parked, List<RecordedEvent> held, EventCodec codec, PartitionState state) {
        CheckpointMove move = state.moveToSeen();
        Optional<ParkedAggregate> still = database.withConnection(connection -> {
            Transaction transaction = new Transaction(database, connection);
            transaction.send(writer.checkpoints().advance(move));
            Optional<ParkedAggregate> failed = apply(parked, held, codec, transaction);
            if (failed.isEmpty()) {
                transaction.send(writer.parkingLot().release(parked.key()));
            }
            transaction.commit();
            return failed;
        });
        state.moved(move);
        still.ifPresentOrElse(writer.parkingLot()::add, () -> released(parked, held.size()));
    }

    private Optional<ParkedAggregate> apply(
            ParkedAggregate parked, List<RecordedEvent> held, EventCodec codec, Transaction transaction) {
        for (RecordedEvent event : held) {
            try {
                transaction.attempt(() -> transaction.send(writer.reduce(event, codec)));
            } catch (RuntimeException e) {
                if (!Failures.isOfTheEvent(e)) {
                    throw e;
                }
                return Optional.of(writer.park(event, parked.attempts() + 1, e, transaction));
            }
        }
        return Optional.empty();
    }

    private void released(ParkedAggregate parked, int events) {
        writer.parkingLot().remove(parked.key());
        LOG.infof(
                "Projection %s has applied %d held events of %s and goes on with it.",
                projection.name(), events, parked.key());
    }

    private void postpone(ParkedAggregate parked) {
        writer.parkingLot()
                .add(new ParkedAggregate(
                        parked.key(),
                        parked.partition(),
                        parked.failedSequence(),
                        parked.attempts(),
                        clock.instant().plus(retry.after(parked.attempts()))));
    }
}
