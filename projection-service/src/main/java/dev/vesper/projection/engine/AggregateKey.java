package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;

/** Which aggregate. */
public record AggregateKey(String instanceId, String type, String id) {
    static AggregateKey of(RecordedEvent event) {
        return new AggregateKey(event.instanceId(), event.aggregateType(), event.aggregateId());
    }
}
