package dev.vesper.notifier.automation;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.channels.securityeventtoken.SecurityEventTokenChannel;
import dev.vesper.notifier.deliveries.NotificationState;
import dev.vesper.notifier.deliveries.Targets;
import dev.vesper.notifier.log.Events;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the schedule to where the log is: rows that a crash lost, or that another process moved on. Applying it twice
 * changes nothing, because a row never goes back to an earlier sequence.
 */
final class WhenNotificationRecordedThenAlignDelivery implements Reaction {
    private static final Statement ALIGN = Statement.named("align_deliveries");

    /** Whoever made the request schedules it within milliseconds. This is for the case that it died in between. */
    private static final Duration REPAIR_AFTER = Duration.ofSeconds(10);

    private final Surroundings surroundings;

    WhenNotificationRecordedThenAlignDelivery(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "notification.requested", "notification.retry.requested", "notification.sent", "notification.canceled");
    }

    @Override
    public void apply(List<Consumed> events, Database.Open transaction) {
        List<NewDelivery> requested =
                events.stream().filter(this::isOurs).map(this::delivery).toList();
        if (!requested.isEmpty()) {
            NewDeliveries.addMissing(requested, transaction);
        }
        align(events, transaction);
    }

    private boolean isOurs(Consumed consumed) {
        return consumed.event() instanceof Requested requested
                && SecurityEventTokenChannel.NOTIFICATION_TYPE.equals(
                        requested.request().notificationType());
    }

    private NewDelivery delivery(Consumed consumed) {
        RecordedEvent recorded = consumed.recorded();
        Requested requested = (Requested) consumed.event();
        Instant due = surroundings.now().plus(REPAIR_AFTER);
        return new NewDelivery(
                recorded.instanceId(),
                recorded.aggregateId(),
                SecurityEventTokenChannel.KIND,
                Targets.of(SecurityEventTokenChannel.uri(requested.request())),
                recorded.owner(),
                Events.payload(requested, recorded.instanceId(), recorded.aggregateId()),
                consumed.traceparent(),
                recorded.createdAt(),
                due,
                NotificationState.UNKNOWN);
    }

    private void align(List<Consumed> events, Database.Open transaction) {
        List<Change> changes = lastOfEach(events);
        if (changes.isEmpty()) {
            return;
        }
        Columns<Change> rows = new Columns<>(changes);
        transaction.run(
                ALIGN,
                rows.texts(Change::instanceId),
                rows.texts(Change::id),
                rows.texts(row -> row.state().state()),
                rows.flags(row -> row.state().attempts() > 0),
                rows.ints(row -> row.state().attempts()),
                rows.longs(row -> row.state().sequence()),
                rows.times(row -> row.state().dueAt()),
                rows.times(row -> row.state().isFinished() ? row.state().at() : null),
                utc(surroundings.now()));
    }

    private static List<Change> lastOfEach(List<Consumed> events) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Consumed consumed : events) {
            RecordedEvent recorded = consumed.recorded();
            if (!(consumed.event() instanceof Requested)) {
                NotificationState state = NotificationState.UNKNOWN.after(recorded);
                changes.put(recorded.key(), new Change(recorded.instanceId(), recorded.aggregateId(), state));
            }
        }
        return List.copyOf(changes.values());
    }

    private record Change(String instanceId, String id, NotificationState state) {}
}
