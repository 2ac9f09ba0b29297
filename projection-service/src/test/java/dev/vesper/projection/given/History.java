package dev.vesper.projection.given;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as the log would hold them: sequence per aggregate, position and time growing with each event. */
public final class History {
    public static final String INSTANCE = "i1";
    public static final String OWNER = "org1";
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final long RAISED_BY = 1_000_000;

    private final EventCodec codec;
    private final int partitions;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private long position = 100;

    public History(People people, int partitions) {
        this.codec = new EventCodec(people);
        this.partitions = partitions;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** Without the first ones. */
    public List<RecordedEvent> after(int count) {
        return List.copyOf(events.subList(count, events.size()));
    }

    /** Appends an event in a transaction of its own. */
    public RecordedEvent add(String aggregateId, Event event) {
        return add(INSTANCE, aggregateId, event);
    }

    public RecordedEvent add(String instanceId, String aggregateId, Event event) {
        EventType<?> type = EventTypes.of(event);
        return append(
                instanceId,
                type.aggregateType(),
                aggregateId,
                type.name(),
                codec.encode(event, instanceId, aggregateId));
    }

    /** As after a repair: what comes now stands above all that anybody saw. */
    public void raiseBase() {
        position += RAISED_BY;
    }

    /** Appends an event in the transaction of the one before. */
    public RecordedEvent addToTransaction(String aggregateId, Event event) {
        int inTxOrder = events.getLast().inTxOrder() + 1;
        EventType<?> type = EventTypes.of(event);
        String payload = codec.encode(event, INSTANCE, aggregateId);
        return append(INSTANCE, type.aggregateType(), aggregateId, type.name(), type.revision(), payload, inTxOrder);
    }

    /** Appends what no record of ours can hold. */
    public RecordedEvent addRaw(String aggregateType, String aggregateId, String type, String payload) {
        return append(INSTANCE, aggregateType, aggregateId, type, payload);
    }

    /** Appends what came with another system's log. */
    public RecordedEvent addForeign(String aggregateType, String aggregateId, String type, String payload) {
        position++;
        int revision = EventTypes.FOREIGN_REVISIONS + 1;
        return append(INSTANCE, aggregateType, aggregateId, type, revision, payload, 0);
    }

    private RecordedEvent append(
            String instanceId, String aggregateType, String aggregateId, String type, String payload) {
        position++;
        return append(instanceId, aggregateType, aggregateId, type, 1, payload, 0);
    }

    private RecordedEvent append(
            String instanceId,
            String aggregateType,
            String aggregateId,
            String type,
            int revision,
            String payload,
            int inTxOrder) {
        RecordedEvent event = new RecordedEvent(
                instanceId,
                aggregateType,
                aggregateId,
                type,
                sequences.merge(instanceId + "/" + aggregateType + "/" + aggregateId, 1L, Long::sum),
                revision,
                BEGIN.plusSeconds(position),
                payload,
                "creator",
                OWNER,
                position,
                inTxOrder,
                Math.floorMod((instanceId + "/" + aggregateId).hashCode(), partitions));
        events.add(event);
        return event;
    }
}
