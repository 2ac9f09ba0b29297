package dev.vesper.notifier.automation;

import dev.vesper.notifier.deliveries.NotificationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the schedule before it is written.
 *
 * @param request the payload of notification.requested
 * @param dueAt of the first attempt
 * @param state as the log knows it
 */
record NewDelivery(
        String instanceId,
        String id,
        String kind,
        String target,
        String owner,
        String request,
        @Nullable String traceparent,
        Instant requestedAt,
        Instant dueAt,
        NotificationState state) {

    NewDelivery in(NotificationState known) {
        return new NewDelivery(
                instanceId, id, kind, target, owner, request, traceparent, requestedAt, later(known.dueAt()), known);
    }

    private Instant later(Instant known) {
        return known.isAfter(dueAt) ? known : dueAt;
    }
}
