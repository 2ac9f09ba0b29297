package dev.vesper.eventstore.write;

import dev.vesper.events.Event;

/** Loads aggregates as they stand. */
public interface Loader {
    /** An aggregate that does not exist comes in its initial state. */
    <S, E extends Event> Loaded<S> load(AggregateKind<S, E> kind, String instanceId, String id);
}
