package dev.vesper.events;

/**
 * The explicit name and revision of an event record.
 *
 * @param aggregateType the only aggregate type that has this event
 * @param name the wire name, for example {@code session.terminated}
 * @param revision grows when the payload changes its meaning
 */
public record EventType<E extends Event>(String aggregateType, String name, int revision, Class<E> recordClass) {}
