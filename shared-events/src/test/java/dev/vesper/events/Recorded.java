package dev.vesper.events;

import java.time.Instant;

/** Recorded events for tests. */
final class Recorded {
    private Recorded() {}

    static RecordedEvent of(EventType<?> type, String payload) {
        return of(type.aggregateType(), type.name(), type.revision(), payload);
    }

    static RecordedEvent of(String aggregateType, String type, int revision, String payload) {
        Instant at = Instant.parse("2026-01-02T03:04:05.678901Z");
        return new RecordedEvent(
                "inst", aggregateType, "agg", type, 3, revision, at, payload, "creator", "owner", 42, 5, 11);
    }
}
