package dev.vesper.projection.engine;

import dev.vesper.projection.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What all projections of a pod share. */
public record EngineParts(
        EngineSettings settings,
        Database database,
        EventLogReader log,
        KeySource keys,
        MeterRegistry metrics,
        Clock clock) {
    EngineParts with(EngineSettings other) {
        return new EngineParts(other, database, log, keys, metrics, clock);
    }
}
