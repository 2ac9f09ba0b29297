package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Facts.End;
import dev.vesper.eventstore.log.Facts.Head;
import dev.vesper.eventstore.log.PushOutcome.Ended;
import dev.vesper.eventstore.log.PushOutcome.WrongSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides the pushes of one batch in their order. Each succeeds or fails alone, and sees what those before it in the batch
 * changed, as if each had a transaction of its own. Pure: it knows nothing but the facts, and keeps what is to be written.
 */
final class Admission {
    /** Position of an end marker that this very batch sets: above all others, and known once the batch is written. */
    static final long THIS_BATCH = Long.MAX_VALUE;

    private static final Head ABSENT = new Head(0, "");

    private final Facts facts;
    private final Partitions partitions;
    private final UniqueValues uniqueValues;
    private final Map<UUID, Decision> admitted = new HashMap<>();
    private final BatchWrite write = BatchWrite.nothing();

    Admission(Facts facts, Partitions partitions) {
        this.facts = facts;
        this.partitions = partitions;
        this.uniqueValues = new UniqueValues(facts.taken(), write);
    }

    Decision decide(Push push) {
        Decision before = admitted.get(push.pushId());
        if (before != null) {
            return before;
        }
        PushOutcome.Pushed answer = facts.answered().get(push.pushId());
        if (answer != null) {
            return new Decision.Repeated(answer);
        }
        Optional<? extends PushOutcome.Refused> refusal = refusal(push);
        return refusal.isPresent() ? new Decision.Refused(refusal.get()) : admit(push);
    }

    /** What the pushes that were admitted so far change together. */
    BatchWrite write() {
        return write;
    }

    private Optional<? extends PushOutcome.Refused> refusal(Push push) {
        return Stream.of(
                        push.appends().stream().flatMap(append -> wrongSequence(append).stream()),
                        push.preconditions().stream().flatMap(condition -> broken(condition).stream()),
                        uniqueValues.taken(push.uniqueConstraints()).stream())
                .flatMap(reasons -> reasons)
                .findFirst();
    }

    private Optional<WrongSequence> wrongSequence(Append append) {
        return switch (append.expectation()) {
            case Expectation.Any() -> Optional.empty();
            case Expectation.None() -> differs(append.aggregate(), 0, WrongSequence.NONE_EXPECTED);
            case Expectation.Exactly(long sequence) -> differs(append.aggregate(), sequence, sequence);
        };
    }

    private Optional<? extends PushOutcome.Refused> broken(Precondition condition) {
        return switch (condition) {
            case Precondition.StillAt(AggregateId aggregate, long sequence) -> differs(aggregate, sequence, sequence);
            case Precondition.NotEnded(Subject subject, long since) ->
                Optional.ofNullable(facts.ends().get(subject))
                        .filter(end -> end.position() >= since)
                        .map(end -> new Ended(subject, end.position(), end.reason()));
        };
    }

    private Optional<WrongSequence> differs(AggregateId aggregate, long wanted, long expected) {
        long found = head(aggregate).sequence();
        return found == wanted ? Optional.empty() : Optional.of(new WrongSequence(aggregate, expected, found));
    }

    private Head head(AggregateId aggregate) {
        return facts.heads().getOrDefault(aggregate, ABSENT);
    }

    private Decision admit(Push push) {
        List<PushedEvent> places = new ArrayList<>();
        int first = write.events().size();
        push.appends().forEach(append -> append(append, places));
        uniqueValues.apply(push.uniqueConstraints());
        for (Marker marker : push.ends()) {
            facts.ends().put(marker.subject(), new End(THIS_BATCH, marker.reason()));
            write.ends().put(marker.subject(), marker.reason());
        }
        write.pushes().add(new BatchWrite.PushRow(push.pushId(), first, places.size()));
        Decision decision = new Decision.Admitted(List.copyOf(places));
        admitted.put(push.pushId(), decision);
        return decision;
    }

    private void append(Append append, List<PushedEvent> places) {
        Head head = head(append.aggregate());
        String owner = head.sequence() == 0 ? append.owner() : head.owner();
        int partition = partitions.of(append.aggregate());
        long sequence = head.sequence();
        for (NewEvent event : append.events()) {
            PushedEvent place = new PushedEvent(++sequence, write.events().size(), partition, owner);
            write.events().add(new BatchWrite.EventRow(append.aggregate(), event, append.creator(), place));
            places.add(place);
        }
        Head moved = new Head(sequence, owner);
        facts.heads().put(append.aggregate(), moved);
        write.heads().put(append.aggregate(), moved);
    }
}
