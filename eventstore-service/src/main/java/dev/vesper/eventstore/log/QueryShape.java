package dev.vesper.eventstore.log;

import java.util.List;

/** By which index a page is read. */
sealed interface QueryShape {
    /** Along the whole order. */
    record Order() implements QueryShape {}

    /** The nearest of each kind, merged. */
    record Kinds(List<Kind> kinds) implements QueryShape {}

    /** Each aggregate along its sequence, merged. */
    record Aggregates(List<AggregateId> ids) implements QueryShape {}

    record Kind(String instanceId, String aggregateType, String eventType) {}
}
