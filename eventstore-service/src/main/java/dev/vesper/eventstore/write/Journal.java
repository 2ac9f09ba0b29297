package dev.vesper.eventstore.write;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.PersonalKeys;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.NewEvent;

/** Events as the log takes and gives them: with registered names, personal fields sealed. */
public final class Journal {
    private final EventCodec codec;

    public Journal(PersonalKeys keys) {
        this.codec = new EventCodec(keys);
    }

    public NewEvent encode(AggregateId aggregate, Event event) {
        EventType<?> type = EventTypes.of(event);
        if (!type.aggregateType().equals(aggregate.type())) {
            throw new IllegalArgumentException(type.name() + " is no event of a " + aggregate.type());
        }
        return new NewEvent(type.name(), type.revision(), codec.encode(event, aggregate.instanceId(), aggregate.id()));
    }

    public Event decode(RecordedEvent recorded) {
        return codec.decode(recorded);
    }
}
