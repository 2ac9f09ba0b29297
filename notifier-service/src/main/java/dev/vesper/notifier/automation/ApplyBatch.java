package dev.vesper.notifier.automation;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Applies what a poll gave, and moves the checkpoints, in one transaction that a reader who lost its partitions cannot pass. */
final class ApplyBatch {
    private static final Logger LOG = Logger.getLogger(ApplyBatch.class);
    private static final Statement KEEP_UNREADABLE = Statement.named("keep_unreadable_events");

    /** Records that need no write move the stored checkpoint only now and then. */
    private static final int MOST_UNSTORED = 10_000;

    private final Database database;
    private final Checkpoints checkpoints;
    private final List<Reaction> reactions;
    private final Reaction alignment;
    private final Surroundings surroundings;
    private final Map<Integer, Checkpoint> stored = new HashMap<>();
    private final Map<Integer, Checkpoint> reached = new HashMap<>();
    private int unstored;

    /** @param alignment may be applied any number of times, so it needs no checkpoint */
    ApplyBatch(
            Database database,
            Checkpoints checkpoints,
            List<Reaction> reactions,
            Reaction alignment,
            Surroundings surroundings) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.reactions = reactions;
        this.alignment = alignment;
        this.surroundings = surroundings;
    }

    Set<String> types() {
        return Stream.concat(reactions.stream(), Stream.of(alignment))
                .flatMap(reaction -> reaction.types().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Begins again where the stored checkpoints stand. */
    Map<Integer, Checkpoint> begin(Set<Integer> partitions) {
        stored.clear();
        reached.clear();
        unstored = 0;
        stored.putAll(checkpoints.load(partitions));
        reached.putAll(stored);
        return Map.copyOf(stored);
    }

    Map<Integer, Checkpoint> reached() {
        return reached;
    }

    /**
     * @return whether something ended or may have been waited for
     * @throws RuntimeException when nothing of it was applied, or nobody knows: {@link #begin} again then
     */
    boolean apply(Batch batch, int records) {
        align(batch);
        reached.putAll(batch.ends());
        unstored += records;
        boolean relevant =
                reactions.stream().anyMatch(reaction -> !of(reaction, batch).isEmpty());
        if (relevant || !batch.unreadable().isEmpty() || unstored >= MOST_UNSTORED) {
            store(batch);
        }
        return relevant;
    }

    private void align(Batch batch) {
        List<Consumed> events = of(alignment, batch);
        if (!events.isEmpty()) {
            database.inTransaction(transaction -> {
                alignment.apply(events, transaction);
                return events.size();
            });
        }
    }

    private void store(Batch batch) {
        Map<Integer, Checkpoint> to = new HashMap<>(reached);
        to.entrySet().removeIf(end -> end.getValue().equals(stored.get(end.getKey())));
        database.inTransaction(transaction -> {
            Checkpoints.move(stored, to, transaction);
            for (Reaction reaction : reactions) {
                List<Consumed> events = of(reaction, batch);
                if (!events.isEmpty()) {
                    reaction.apply(events, transaction);
                }
            }
            keepUnreadable(batch.unreadable(), transaction);
            return to.size();
        });
        stored.putAll(to);
        unstored = 0;
    }

    private void keepUnreadable(List<Batch.Unreadable> unreadable, Database.Open transaction) {
        if (unreadable.isEmpty()) {
            return;
        }
        Instant now = surroundings.now();
        Columns<Batch.Unreadable> rows = new Columns<>(unreadable);
        transaction.run(
                KEEP_UNREADABLE,
                rows.ints(Batch.Unreadable::partition),
                rows.longs(Batch.Unreadable::offset),
                rows.texts(Batch.Unreadable::error),
                rows.times(_ -> now));
        unreadable.forEach(event -> LOG.errorf(
                "the event at partition %d, offset %d cannot be read (%s); it is kept in notifier.unreadable_events since %s",
                event.partition(), event.offset(), event.error(), utc(now)));
    }

    private static List<Consumed> of(Reaction reaction, Batch batch) {
        return batch.events().stream()
                .filter(event -> reaction.types().contains(event.recorded().type()))
                .toList();
    }
}
