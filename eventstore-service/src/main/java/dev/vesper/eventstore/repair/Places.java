package dev.vesper.eventstore.repair;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;

/** Places and events as operators read them. */
final class Places {
    private Places() {}

    static String text(Cursor cursor) {
        return cursor.equals(Cursor.START) ? "nothing" : cursor.position() + "." + cursor.inTxOrder();
    }

    static String text(RecordedEvent event) {
        return "%s  %s  sequence %d of %s/%s/%s  %s"
                .formatted(
                        text(event.cursor()),
                        event.type(),
                        event.sequence(),
                        event.instanceId(),
                        event.aggregateType(),
                        event.aggregateId(),
                        event.createdAt());
    }
}
