package dev.vesper.eventstore.write;

import dev.vesper.events.ConsistencyToken;
import java.time.Instant;

/**
 * What a write answers.
 *
 * @param sequence of the aggregate after the write
 * @param createdAt when the aggregate began
 * @param changedAt when its newest event was written
 * @param owner the resource owner
 * @param consistencyToken a read that carries it sees this write
 */
public record Written(
        long sequence, Instant createdAt, Instant changedAt, String owner, ConsistencyToken consistencyToken) {}
