package dev.vesper.projection.read.notifications;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Canceled;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.RetryRequested;
import dev.vesper.events.NotificationEvent.Sent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
final class NotificationsProjection implements Projection {
    private static final Sql REQUEST = Sql.of(NotificationsProjection.class, "request_notification");
    private static final Sql RETRY = Sql.of(NotificationsProjection.class, "note_failed_attempt");
    private static final Sql SEND = Sql.of(NotificationsProjection.class, "finish_by_sending");
    private static final Sql CANCEL = Sql.of(NotificationsProjection.class, "finish_by_canceling");

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("notification");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof NotificationEvent notification ? reduce(at, notification) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, NotificationEvent event) {
        return switch (event) {
            case Requested requested -> request(at, requested.request());
            case RetryRequested retry ->
                change(RETRY, at, retry.attempt(), retry.httpStatus(), retry.error(), retry.backOff());
            case Sent sent -> change(SEND, at, sent.attempt(), sent.httpStatus());
            case Canceled canceled ->
                change(CANCEL, at, canceled.attempt(), canceled.httpStatus(), canceled.error(), canceled.reason());
        };
    }

    private static Change request(RecordedEvent at, Request request) {
        Args args = request.args();
        return change(
                REQUEST,
                at,
                at.owner(),
                request.notificationType(),
                request.messageType(),
                request.userId(),
                args == null ? null : args.sessionId(),
                args == null ? null : args.clientId(),
                request.triggerEvent().aggregateType(),
                request.triggerEvent().aggregateId(),
                request.triggerEvent().eventType());
    }

    /** $1 to $5 are the same in every statement; $6 and on are the event's. */
    private static Change change(Sql sql, RecordedEvent at, @Nullable Object... values) {
        Stream<@Nullable Object> place =
                Stream.of(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position());
        return sql.with(Stream.concat(place, Arrays.stream(values)).toArray());
    }
}
