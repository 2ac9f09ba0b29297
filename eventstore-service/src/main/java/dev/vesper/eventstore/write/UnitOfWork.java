package dev.vesper.eventstore.write;

import dev.vesper.events.Event;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.Precondition;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one attempt of a command reads, requires and writes. All of it goes into one push. */
public final class UnitOfWork implements Loader {
    private final Aggregates aggregates;
    private final List<Append> appends = new ArrayList<>();
    private final List<Precondition> preconditions = new ArrayList<>();
    private final List<UniqueConstraint> constraints = new ArrayList<>();
    private final List<Marker> ends = new ArrayList<>();
    private final Map<UniqueConstraint, CommandRejected> taken = new HashMap<>();

    UnitOfWork(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public <S, E extends Event> Loaded<S> load(AggregateKind<S, E> kind, String instanceId, String id) {
        Loaded<S> loaded = aggregates.load(kind, instanceId, id);
        Asked.etag().ifPresent(etag -> aggregates.check(etag, loaded));
        return loaded;
    }

    /** When an event of this kind was written last. */
    public Optional<Instant> newest(AggregateId aggregate, Class<? extends Event> kind) {
        return aggregates.history(aggregate).stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .map(fact -> fact.recorded().createdAt())
                .reduce((_, later) -> later);
    }

    /** Appends to what was loaded, provided that nobody else did meanwhile. No events: nothing. */
    public void append(Loaded<?> aggregate, String creator, List<? extends Event> events) {
        if (!events.isEmpty()) {
            append(aggregate.id(), aggregate.owner(), creator, Expectation.exactly(aggregate.sequence()), events);
        }
    }

    /** Appends the first events of an aggregate. */
    public void begin(AggregateId aggregate, String owner, String creator, List<? extends Event> events) {
        append(aggregate, owner, creator, Expectation.NONE, events);
    }

    public void append(
            AggregateId aggregate,
            String owner,
            String creator,
            Expectation expectation,
            List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        Journal journal = aggregates.journal();
        var encoded =
                events.stream().map(event -> journal.encode(aggregate, event)).toList();
        appends.add(new Append(aggregate, owner, creator, expectation, encoded));
        events.forEach(event -> EndMarkers.of(aggregate, event).ifPresent(ends::add));
    }

    /** What was decided on this state holds only while the state does. */
    public void hold(Loaded<?> aggregate) {
        preconditions.add(new Precondition.StillAt(aggregate.id(), aggregate.sequence()));
    }

    /** @param since ends before this position do not count; 0: every end counts */
    public void requireNotEnded(Subject subject, long since) {
        preconditions.add(new Precondition.NotEnded(subject, since));
    }

    /** @param refusal what the caller is told when another has it */
    public void claim(String instanceId, String type, String field, CommandRejected refusal) {
        UniqueConstraint.Add claim = new UniqueConstraint.Add(instanceId, type, field, refusal.code());
        constraints.add(claim);
        taken.put(claim, refusal);
    }

    public void release(String instanceId, String type, String field) {
        constraints.add(new UniqueConstraint.Remove(instanceId, type, field));
    }

    boolean writesNothing() {
        return appends.isEmpty();
    }

    Push toPush(UUID pushId) {
        return new Push(pushId, appends, preconditions, constraints, ends);
    }

    List<Append> appends() {
        return appends;
    }

    CommandRejected refusal(UniqueConstraint.Add constraint) {
        CommandRejected refusal = taken.get(constraint);
        return refusal == null ? CommandRejected.alreadyExists(constraint.errorCode(), "taken") : refusal;
    }
}
