package dev.vesper.projection.engine;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tries parked aggregates again when their time has come, or when an operator says so: reads what was held from the log, up
 * to where the partition stands, and applies it, without the first event if that is to be skipped. What comes later arrives
 * by the topic as ever.
 */
final class ParkedRetry {
    private static final Logger LOG = Logger.getLogger(ParkedRetry.class);
    private static final Duration BETWEEN_LOOKS_FOR_ORDERS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS_WHEN_NOTHING_WAITS = Duration.ofSeconds(5);

    private final Projection projection;
    private final Database database;
    private final BatchWriter writer;
    private final EventLogReader log;
    private final KeySource keys;
    private final Backoff retry;
    private final Clock clock;
    private Instant nextLook = Instant.MIN;

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
        lookForOrders(states.keySet());
        writer.parkingLot().due(clock.instant()).ifPresent(parked -> {
            PartitionState state = states.get(parked.partition());
            if (state != null) {
                retry(parked, state);
            }
        });
    }

    /** They come by the table, because the operator's call may have reached another pod. So does what a rebuild has parked. */
    private void lookForOrders(Set<Integer> partitions) {
        Instant now = clock.instant();
        if (now.isBefore(nextLook) || partitions.isEmpty()) {
            return;
        }
        writer.parkingLot().load(partitions);
        nextLook =
                now.plus(writer.parkingLot().isEmpty() ? BETWEEN_LOOKS_WHEN_NOTHING_WAITS : BETWEEN_LOOKS_FOR_ORDERS);
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
            skip(parked, transaction);
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

    private void skip(ParkedAggregate parked, Transaction transaction) {
        SkipOrder order = parked.skip();
        if (order != null) {
            transaction.send(writer.parkingLot().recordSkip(parked.key(), parked.failedSequence(), order));
        }
    }

    private Optional<ParkedAggregate> apply(
            ParkedAggregate parked, List<RecordedEvent> held, EventCodec codec, Transaction transaction) {
        for (RecordedEvent event : held) {
            boolean again = event.sequence() == parked.failedSequence();
            if (again && parked.skip() != null) {
                continue;
            }
            try {
                transaction.attempt(() -> transaction.send(writer.reduce(event, codec)));
            } catch (RuntimeException e) {
                if (!Failures.isOfTheEvent(e)) {
                    throw e;
                }
                return Optional.of(writer.park(event, again ? parked.attempts() + 1 : 1, e, transaction));
            }
        }
        return Optional.empty();
    }

    private void released(ParkedAggregate parked, int events) {
        writer.parkingLot().remove(parked.key());
        SkipOrder order = parked.skip();
        if (order != null) {
            LOG.warnf(
                    "Projection %s has left out sequence %d of %s, as %s ordered: %s",
                    projection.name(), parked.failedSequence(), parked.key(), order.by(), order.reason());
        }
        LOG.infof(
                "Projection %s has applied what was held of %s (%d events) and goes on with it.",
                projection.name(), parked.key(), events);
    }

    private void postpone(ParkedAggregate parked) {
        writer.parkingLot().add(parked.until(clock.instant().plus(retry.after(parked.attempts()))));
    }
}
