package dev.vesper.eventstore.write;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as it stood at one sequence.
 *
 * @param first its first event; null for an aggregate that does not exist
 * @param ends what its events ended, with the position of the newest end
 */
public record Loaded<S>(
        AggregateId id,
        S state,
        @Nullable RecordedEvent first,
        @Nullable RecordedEvent last,
        Map<Subject, End> ends) {

    /** Where and why a subject ended last. */
    public record End(long position, String reason) {}

    static <S> Loaded<S> none(AggregateId id, S initialState) {
        return new Loaded<>(id, initialState, null, null, Map.of());
    }

    <E extends Event> Loaded<S> with(RecordedEvent recorded, Event event, AggregateKind<S, E> kind) {
        Map<Subject, End> endsNow = ends;
        var ending = EndMarkers.of(id, event);
        if (ending.isPresent()) {
            endsNow = new HashMap<>(ends);
            endsNow.put(
                    ending.get().subject(),
                    new End(recorded.position(), ending.get().reason()));
        }
        return new Loaded<>(id, kind.evolve(state, event), first == null ? recorded : first, recorded, endsNow);
    }

    /** One that nobody here can read takes its sequence and changes nothing. */
    Loaded<S> passing(RecordedEvent opaque) {
        return new Loaded<>(id, state, first == null ? opaque : first, opaque, ends);
    }

    public boolean exists() {
        return last != null;
    }

    /** 0 for an aggregate that does not exist. */
    public long sequence() {
        return last == null ? 0 : last.sequence();
    }

    public String owner() {
        return existing(first).owner();
    }

    public Instant createdAt() {
        return existing(first).createdAt();
    }

    /** The position of its first event: ends before it do not count for it. */
    public long begunAt() {
        return existing(first).position();
    }

    /** The position of its newest event. */
    public long position() {
        return existing(last).position();
    }

    /** Why the subject ended at the position or later, as far as this aggregate's events say. */
    public Optional<String> endedSince(Subject subject, long since) {
        return Optional.ofNullable(ends.get(subject))
                .filter(end -> end.position() >= since)
                .map(End::reason);
    }

    /** What a command that changed nothing answers; sequence 0 where there is nothing yet. */
    public Written unchanged() {
        if (last == null) {
            return new Written(0, Instant.EPOCH, Instant.EPOCH, "", ConsistencyToken.NONE);
        }
        RecordedEvent newest = last;
        return new Written(
                newest.sequence(),
                createdAt(),
                newest.createdAt(),
                owner(),
                new ConsistencyToken(Map.of(newest.partition(), newest.cursor())));
    }

    private RecordedEvent existing(@Nullable RecordedEvent event) {
        if (event == null) {
            throw new IllegalStateException(id + " does not exist");
        }
        return event;
    }
}
