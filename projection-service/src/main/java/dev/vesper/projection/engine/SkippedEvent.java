package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;

/** An event that is left out by an operator's order. */
record SkippedEvent(AggregateKey aggregate, long sequence) {
    static SkippedEvent of(RecordedEvent event) {
        return new SkippedEvent(AggregateKey.of(event), event.sequence());
    }
}
