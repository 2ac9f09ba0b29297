package dev.vesper.eventstore.write.user.human;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that may still be brought.
 *
 * @param hash SHA-256 of it; null where a repair brought the event back without its secret, and then nothing matches
 */
public record PendingCode(String codeId, @Nullable String hash, Instant expiry) {}
