package dev.vesper.notifier.deliveries;

import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.log.Events;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a claim answers, as deliveries. */
final class ClaimedRows {
    private ClaimedRows() {}

    static List<Delivery> read(RowSet<Row> rows, Lease lease) {
        List<Delivery> claimed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            claimed.add(read(row, lease));
        }
        return claimed;
    }

    private static Delivery read(Row row, Lease lease) {
        String instanceId = row.getString("instance_id");
        String id = row.getString("id");
        Instant requestedAt = row.getOffsetDateTime("requested_at").toInstant();
        return new Delivery(
                instanceId,
                id,
                row.getString("kind"),
                row.getString("target"),
                row.getString("owner"),
                request(instanceId, id, row.getString("request"), requestedAt).request(),
                row.getString("traceparent"),
                requestedAt,
                row.getBoolean("unverified"),
                row.getInteger("attempts"),
                row.getLong("sequence"),
                lease);
    }

    private static Requested request(String instanceId, String id, String payload, Instant at) {
        return (Requested) Events.decode(new RecordedEvent(
                instanceId, "notification", id, "notification.requested", 1, 1, at, payload, "", "", 0, 0, 0));
    }
}
