package dev.vesper.projection.engine;

import java.time.Instant;

/**
 * An aggregate whose events wait.
 *
 * @param failedSequence the first that was not applied
 * @param attempts how often it was tried, from 1
 */
record ParkedAggregate(AggregateKey key, int partition, long failedSequence, int attempts, Instant nextAttemptAt) {}
