package dev.vesper.eventstore.write;

import dev.vesper.events.Event;
import java.util.function.BiFunction;

/**
 * How the events of one aggregate type become state.
 *
 * @param type its name in EVENTS.md
 * @param events the sealed interface of its events; where several kinds fold parts of one aggregate type, it tells them apart
 * @param cached whether the folded state stays in memory: for those that many commands ask for
 */
public record AggregateKind<S, E extends Event>(
        String type, Class<E> events, boolean cached, S initialState, BiFunction<S, E, S> evolve) {

    public static <S, E extends Event> AggregateKind<S, E> of(
            String type, Class<E> events, S initialState, BiFunction<S, E, S> evolve) {
        return new AggregateKind<>(type, events, false, initialState, evolve);
    }

    public AggregateKind<S, E> keptInMemory() {
        return new AggregateKind<>(type, events, true, initialState, evolve);
    }

    /** Other events of the aggregate are another kind's: an aggregate may be folded in parts. */
    S evolve(S state, Event event) {
        return events.isInstance(event) ? evolve.apply(state, events.cast(event)) : state;
    }
}
