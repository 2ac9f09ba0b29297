package dev.vesper.notifier.log;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.RecordedEvent;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.NewEvent;
import java.util.Optional;

/** The events of this service as the log takes and gives them. None of them has personal fields. */
public final class Events {
    public static final String CREATOR = "notifier";

    private static final EventCodec CODEC = new EventCodec((instanceId, userId) -> Optional.empty());

    private Events() {}

    /** @throws dev.vesper.events.UnreadableEvent when nobody knows the type, or the payload does not fit it */
    public static Event decode(RecordedEvent recorded) {
        return CODEC.decode(recorded);
    }

    public static String payload(Event event, String instanceId, String aggregateId) {
        return CODEC.encode(event, instanceId, aggregateId);
    }

    /** An append of one event, whose expectation the caller sets. */
    public static AggregateAppend.Builder append(String instanceId, String aggregateId, String owner, Event event) {
        EventType<?> type = EventTypes.of(event);
        return AggregateAppend.newBuilder()
                .setAggregate(AggregateRef.newBuilder()
                        .setInstanceId(instanceId)
                        .setType(type.aggregateType())
                        .setId(aggregateId))
                .setOwner(owner)
                .setCreator(CREATOR)
                .addEvents(NewEvent.newBuilder()
                        .setType(type.name())
                        .setRevision(type.revision())
                        .setPayload(payload(event, instanceId, aggregateId)));
    }
}
