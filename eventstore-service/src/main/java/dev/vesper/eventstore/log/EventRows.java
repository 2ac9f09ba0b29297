package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import io.vertx.mutiny.sqlclient.Row;

/** Rows of {@code events2} as events. */
final class EventRows {
    private static final int SEQUENCE = 4;
    private static final int REVISION = 5;
    private static final int CREATED_AT = 6;
    private static final int PAYLOAD = 7;
    private static final int CREATOR = 8;
    private static final int OWNER = 9;
    private static final int POSITION = 10;
    private static final int IN_TX_ORDER = 11;
    private static final int PARTITION = 12;

    private EventRows() {}

    /** By place, because thousands of rows a second need not look up thirteen names each: every statement has them in this order. */
    static RecordedEvent event(Row row) {
        int first = row.getColumnIndex("instance_id");
        String payload = row.getString(first + PAYLOAD);
        return new RecordedEvent(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getLong(first + SEQUENCE),
                row.getInteger(first + REVISION),
                row.getOffsetDateTime(first + CREATED_AT).toInstant(),
                payload == null ? "" : payload,
                row.getString(first + CREATOR),
                row.getString(first + OWNER),
                row.getLong(first + POSITION),
                row.getInteger(first + IN_TX_ORDER),
                row.getInteger(first + PARTITION));
    }
}
