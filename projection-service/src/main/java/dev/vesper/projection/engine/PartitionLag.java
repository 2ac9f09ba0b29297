package dev.vesper.projection.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What one partition has before it. */
record PartitionLag(int partition, long events, @Nullable Instant oldestUnprocessed) {
    @Nullable
    Long oldestUnprocessedMicros() {
        return oldestUnprocessed == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, oldestUnprocessed);
    }
}
