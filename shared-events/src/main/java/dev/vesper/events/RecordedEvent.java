package dev.vesper.events;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param sequence per aggregate, from 1, without gaps; with gaps where the log of another system was brought over
 * @param payload JSON object as text; empty for none
 * @param creator user or service that caused it
 * @param owner the resource owner
 * @param position the writing transaction; with {@code inTxOrder} the key of the global order
 * @param inTxOrder unique within the transaction
 * @param partition of the topic, stored with the event
 */
public record RecordedEvent(
        String instanceId,
        String aggregateType,
        String aggregateId,
        String type,
        long sequence,
        int revision,
        Instant createdAt,
        String payload,
        String creator,
        String owner,
        long position,
        int inTxOrder,
        int partition) {

    /** The key of its Kafka record: whatever shares it stays in order. */
    public String key() {
        return instanceId + "/" + aggregateId;
    }

    /** See {@link EventTypes#isOpaque}. */
    public boolean isOpaque() {
        return EventTypes.isOpaque(type, revision);
    }

    public Cursor cursor() {
        return new Cursor(position, inTxOrder);
    }
}
