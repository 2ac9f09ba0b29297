package dev.vesper.eventstore.log;

import java.util.List;

/**
 * Events for one aggregate.
 *
 * @param owner the resource owner; the owner of an existing aggregate wins
 * @param creator the user or service that causes the events
 * @param events at least one
 */
public record Append(
        AggregateId aggregate, String owner, String creator, Expectation expectation, List<NewEvent> events) {
    public Append {
        events = List.copyOf(events);
    }
}
