package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import io.vertx.mutiny.sqlclient.Row;

/** Rows of {@code events2} as events. */
final class EventRows {
    private EventRows() {}

    static RecordedEvent event(Row row) {
        String payload = row.getString("payload");
        return new RecordedEvent(
                row.getString("instance_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getString("event_type"),
                row.getLong("sequence"),
                row.getInteger("revision"),
                row.getOffsetDateTime("created_at").toInstant(),
                payload == null ? "" : payload,
                row.getString("creator"),
                row.getString("owner"),
                row.getLong("position"),
                row.getInteger("in_tx_order"),
                row.getInteger("partition"));
    }
}
