package dev.vesper.eventstore.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.vesper.events.Cursor;
import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.proto.admin.v1.Event;
import java.util.Optional;
import java.util.regex.Pattern;

/** Events as admins see them: without secrets, as they are told to everybody else. */
final class EventMessages {
    private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,18})\\.(-?\\d{1,9})");

    private EventMessages() {}

    static Event of(RecordedEvent event) {
        return Event.newBuilder()
                .setCursor(text(event.cursor()))
                .setAggregateType(event.aggregateType())
                .setAggregateId(event.aggregateId())
                .setType(event.type())
                .setRevision(event.revision())
                .setSequence(event.sequence())
                .setPosition(event.position())
                .setCreationDate(Answers.timestamp(event.createdAt()))
                .setCreator(event.creator())
                .setResourceOwner(event.owner())
                .setPayload(payload(event))
                .build();
    }

    static String text(Cursor cursor) {
        return cursor.position() + "." + cursor.inTxOrder();
    }

    static Optional<Cursor> cursor(String text) {
        var parts = CURSOR.matcher(text);
        return parts.matches()
                ? Optional.of(new Cursor(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    private static Struct payload(RecordedEvent event) {
        var json = EventCodec.withoutSecrets(event.type(), event.revision(), event.payload());
        var payload = Struct.newBuilder();
        if (json.isEmpty()) {
            return payload.build();
        }
        try {
            JsonFormat.parser().merge(json, payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the payload of an event of the log is no JSON object", e);
        }
        return payload.build();
    }
}
