package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Reads the log for partitions whose view is new, or whose topic does not reach back far enough. When it comes to the log's
 * horizon it notes where the topic ends and reads the log once more: what the topic held by then was in the log before that
 * read, so the topic is read from there. What the log gave and the topic gives again is skipped by its position. So nothing is
 * missed and nothing is applied twice.
 */
final class LogCatchUp {
    private static final Logger LOG = Logger.getLogger(LogCatchUp.class);

    private final Projection projection;
    private final BatchWriter writer;
    private final EventLogReader log;
    private final EngineSettings settings;
    private final Clock clock;
    private Set<Integer> partitions = Set.of();
    private Cursor read = Cursor.START;
    private Map<Integer, Long> topicEnds = Map.of();
    private int failures;
    private Instant notBefore = Instant.MIN;

    LogCatchUp(Projection projection, BatchWriter writer, EngineParts parts) {
        this.projection = projection;
        this.writer = writer;
        this.log = parts.log();
        this.settings = parts.settings();
        this.clock = parts.clock();
    }

    /** Reads and applies one batch, if a partition needs it. */
    void runOnce(Partitions assigned) {
        Map<Integer, PartitionState> states = assigned.catchingUp();
        if (states.isEmpty() || clock.instant().isBefore(notBefore)) {
            return;
        }
        if (!partitions.equals(states.keySet())) {
            startOver(states);
        }
        try {
            step(assigned, states);
            failures = 0;
        } catch (LogUnavailable e) {
            failures++;
            notBefore = clock.instant().plus(settings.backoff().after(failures));
            LOG.warnf(
                    "Projection %s cannot read the log for partitions %s: %s. It tries again at %s.",
                    projection.name(), partitions, e.getMessage(), notBefore);
        }
    }

    private void step(Partitions assigned, Map<Integer, PartitionState> states) {
        List<RecordedEvent> events = log.read(read, projection.aggregateTypes(), settings.batchLimit());
        if (!events.isEmpty()) {
            apply(events, states);
        }
        if (events.size() == settings.batchLimit()) {
            return;
        }
        if (topicEnds.isEmpty()) {
            topicEnds = assigned.topicEnds(partitions);
        } else {
            goLive(assigned, states);
        }
    }

    private void apply(List<RecordedEvent> events, Map<Integer, PartitionState> states) {
        Cursor upTo = events.getLast().cursor();
        List<CheckpointMove> moves = new ArrayList<>();
        states.values().forEach(state -> moves.add(state.moveTo(upTo, PartitionState.UNKNOWN_OFFSET)));
        writer.write(moves, unseen(events, states));
        moves.forEach(move -> moved(states, move));
        read = upTo;
    }

    /** All that comes later is in the topic, after where it ended before the last read. */
    private void goLive(Partitions assigned, Map<Integer, PartitionState> states) {
        for (PartitionState state : List.copyOf(states.values())) {
            long offset = topicEnds.getOrDefault(state.partition(), 0L);
            writer.checkpoints().endCatchingUp(state.partition(), offset);
            state.goOnAt(offset);
            assigned.goLive(state);
        }
        // Whoever must read the log again begins anew: where the topic ended then says nothing about later.
        partitions = Set.of();
        LOG.infof("Projection %s has all that the log held and goes on with the topic.", projection.name());
    }

    private void startOver(Map<Integer, PartitionState> states) {
        partitions = new TreeSet<>(states.keySet());
        topicEnds = Map.of();
        read = states.values().stream()
                .map(PartitionState::seen)
                .min(Cursor::compareTo)
                .orElse(Cursor.START);
    }

    private static List<RecordedEvent> unseen(List<RecordedEvent> events, Map<Integer, PartitionState> states) {
        return events.stream()
                .filter(event -> {
                    PartitionState state = states.get(event.partition());
                    return state != null && event.cursor().isAfter(state.seen());
                })
                .toList();
    }

    private static void moved(Map<Integer, PartitionState> states, CheckpointMove move) {
        PartitionState state = states.get(move.partition());
        if (state != null) {
            state.moved(move);
        }
    }
}
