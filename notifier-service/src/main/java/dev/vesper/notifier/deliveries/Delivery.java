package dev.vesper.notifier.deliveries;

import dev.vesper.events.NotificationEvent.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notification that this worker holds.
 *
 * @param id of the notification's aggregate
 * @param target scheme, host and port that is talked to
 * @param traceparent of the event that caused it
 * @param requestedAt from which the time to live counts
 * @param unverified whether the log may hold an outcome that this row missed
 * @param attempts made before this one
 * @param sequence the last of the notification's aggregate that is known
 */
public record Delivery(
        String instanceId,
        String id,
        String kind,
        String target,
        String owner,
        Request request,
        @Nullable String traceparent,
        Instant requestedAt,
        boolean unverified,
        int attempts,
        long sequence,
        Lease lease) {

    Delivery at(NotificationState known) {
        return new Delivery(
                instanceId,
                id,
                kind,
                target,
                owner,
                request,
                traceparent,
                requestedAt,
                false,
                known.attempts(),
                known.sequence(),
                lease);
    }
}
