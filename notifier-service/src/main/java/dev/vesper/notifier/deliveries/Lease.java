package dev.vesper.notifier.deliveries;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to send and to record, for a time.
 *
 * @param holder of this one claim; the next claim has another, also by the same worker
 */
public record Lease(UUID holder, Instant until) {
    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
