package dev.vesper.eventstore.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.InvalidQuery;
import java.util.List;

/**
 * Loads aggregates. A kept state spares folding what it has seen; the events since are read each time, and whoever
 * decides on the state pins it in the push, by expectation or precondition.
 */
public final class Aggregates implements Loader {
    private final EventLog log;
    private final Journal journal;
    private final Cache<Part, Loaded<?>> kept;

    public Aggregates(EventLog log, Journal journal, int keptAggregates) {
        this.log = log;
        this.journal = journal;
        this.kept = Caffeine.newBuilder().maximumSize(keptAggregates).build();
    }

    @Override
    public <S, E extends Event> Loaded<S> load(AggregateKind<S, E> kind, String instanceId, String id) {
        AggregateId aggregate = new AggregateId(instanceId, kind.type(), id);
        Part part = new Part(aggregate, kind.events());
        Loaded<S> known = known(kind, part);
        Loaded<S> current = known;
        for (RecordedEvent recorded : events(aggregate, known.sequence() + 1)) {
            current = recorded.isOpaque()
                    ? current.passing(recorded)
                    : current.with(recorded, journal.decode(recorded), kind);
        }
        if (kind.cached() && current.sequence() > known.sequence()) {
            kept.put(part, current);
        }
        return current;
    }

    /**
     * An id that none can have names nothing: the empty one of the session of somebody who signs in first, and whatever somebody
     * forged into a code or a token.
     */
    private List<RecordedEvent> events(AggregateId aggregate, long fromSequence) {
        try {
            return aggregate.id().isEmpty() ? List.of() : log.readAggregate(aggregate, fromSequence);
        } catch (InvalidQuery impossible) {
            return List.of();
        }
    }

    /** All events of an aggregate with where and when they were written, for what a folded state does not keep. */
    public List<Fact> history(AggregateId aggregate) {
        return events(aggregate, 1).stream()
                .filter(recorded -> !recorded.isOpaque())
                .map(recorded -> new Fact(recorded, journal.decode(recorded)))
                .toList();
    }

    /** @throws EtagOutdated when the resource that the etag is of changed since */
    void check(Etag etag, Loaded<?> loaded) {
        if (loaded.id().equals(etag.aggregate()) && loaded.sequence() != etag.sequence()) {
            // A sequence that the aggregate has not reached is outdated by whatever is there.
            var since = loaded.sequence() < etag.sequence() ? new Etag(etag.aggregate(), etag.parts(), 0) : etag;
            events(loaded.id(), since.sequence() + 1).stream()
                    .filter(since::isOutdatedBy)
                    .reduce((_, later) -> later)
                    .ifPresent(newest -> {
                        throw new EtagOutdated(newest.sequence());
                    });
        }
    }

    /** An event, read, with its place in the log. */
    public record Fact(RecordedEvent recorded, Event event) {}

    /** What one kind folds of an aggregate. */
    private record Part(AggregateId aggregate, Class<? extends Event> events) {}

    @SuppressWarnings("unchecked") // The aggregate's type and the kind's events decide the state's type.
    private <S, E extends Event> Loaded<S> known(AggregateKind<S, E> kind, Part part) {
        Loaded<?> known = kind.cached() ? kept.getIfPresent(part) : null;
        return known == null ? Loaded.none(part.aggregate(), kind.initialState()) : (Loaded<S>) known;
    }

    Journal journal() {
        return journal;
    }
}
