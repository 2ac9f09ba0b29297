package dev.vesper.projection.read.logouts;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.NotificationEvent.Canceled;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.RetryRequested;
import dev.vesper.events.NotificationEvent.Sent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.events.SessionLogoutEvent.BackChannelCanceled;
import dev.vesper.events.SessionLogoutEvent.BackChannelRegistered;
import dev.vesper.events.SessionLogoutEvent.BackChannelSent;
import dev.vesper.events.SessionLogoutEvent.FrontChannelRegistered;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class LogoutsProjection implements Projection {
    private static final String LOGOUT_TOKEN = "security_event_token";
    private static final Sql REGISTER = Sql.of(LogoutsProjection.class, "register_client");
    private static final Sql CLOSE = Sql.of(LogoutsProjection.class, "close_registration");
    private static final Sql REQUEST = Sql.of(LogoutsProjection.class, "request_notification");
    private static final Sql RETRY = Sql.of(LogoutsProjection.class, "retry_notification");
    private static final Sql FINISH = Sql.of(LogoutsProjection.class, "finish_notification");

    @Override
    public String name() {
        return "logouts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("session_logout", "notification");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case SessionLogoutEvent logout -> reduce(at, logout);
            case NotificationEvent notification -> reduce(at, notification);
            default -> Change.NONE;
        };
    }

    private static Change reduce(RecordedEvent at, SessionLogoutEvent event) {
        return switch (event) {
            case BackChannelRegistered registered ->
                REGISTER.with(
                        at.instanceId(),
                        at.aggregateId(),
                        registered.clientId(),
                        registered.oidcSessionId(),
                        registered.userId(),
                        registered.backChannelLogoutUri(),
                        at.createdAt(),
                        at.position());
            case BackChannelSent sent -> close(at, sent.clientId(), "sent", null);
            case BackChannelCanceled canceled -> close(at, canceled.clientId(), "canceled", canceled.reason());
            case FrontChannelRegistered _ ->
                Change.NONE; // The browser tells it, and nobody learns what became of that.
        };
    }

    /** Statements about a notification that is no logout token find no row, and so do nothing. */
    private static Change reduce(RecordedEvent at, NotificationEvent event) {
        return switch (event) {
            case Requested requested -> request(at, requested.request());
            case RetryRequested retry ->
                RETRY.with(
                        at.instanceId(),
                        at.aggregateId(),
                        retry.attempt(),
                        retry.httpStatus(),
                        retry.error(),
                        at.createdAt(),
                        retry.backOff(),
                        at.position());
            case Sent sent -> finish(at, "sent", sent.attempt(), sent.httpStatus(), null);
            case Canceled canceled ->
                finish(
                        at,
                        "canceled",
                        canceled.attempt(),
                        canceled.httpStatus(),
                        canceled.error() == null ? canceled.reason() : canceled.error());
        };
    }

    private static Change request(RecordedEvent at, NotificationEvent.Request request) {
        NotificationEvent.Args args = request.args();
        boolean again = request.messageType().equals(NotificationEvent.BACK_CHANNEL_LOGOUT_AGAIN);
        if (!request.notificationType().equals(LOGOUT_TOKEN) || args == null || again) {
            return Change.NONE;
        }
        return REQUEST.with(
                at.instanceId(), at.aggregateId(), args.sessionId(), args.clientId(), at.createdAt(), at.position());
    }

    private static Change close(RecordedEvent at, String clientId, String state, @Nullable String reason) {
        return CLOSE.with(at.instanceId(), at.aggregateId(), clientId, at.createdAt(), state, reason, at.position());
    }

    private static Change finish(RecordedEvent at, String state, int attempts, int status, @Nullable String error) {
        return FINISH.with(
                at.instanceId(), at.aggregateId(), state, attempts, status, error, at.createdAt(), at.position());
    }
}
