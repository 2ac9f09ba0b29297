package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;

/** Names one aggregate. {@code type} is a name of EVENTS.md, for example {@code session}. */
public record AggregateId(String instanceId, String type, String id) {
    public static AggregateId of(RecordedEvent event) {
        return new AggregateId(event.instanceId(), event.aggregateType(), event.aggregateId());
    }

    /** The key of its events' Kafka records: aggregates that share an id (a session and its logout) share it. */
    public String key() {
        return instanceId + "/" + id;
    }
}
