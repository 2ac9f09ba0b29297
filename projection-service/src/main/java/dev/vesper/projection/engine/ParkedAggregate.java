package dev.vesper.projection.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose events wait.
 *
 * @param failedSequence the first that was not applied
 * @param attempts how often it was tried, from 1
 * @param skip the order to leave that event out; null for none
 */
record ParkedAggregate(
        AggregateKey key,
        int partition,
        long failedSequence,
        int attempts,
        Instant nextAttemptAt,
        @Nullable SkipOrder skip) {
    ParkedAggregate until(Instant next) {
        return new ParkedAggregate(key, partition, failedSequence, attempts, next, skip);
    }
}
