package dev.vesper.notifier.automation;

import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.notifier.channels.securityeventtoken.SecurityEventTokenChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** One app to tell about one end. The id follows from what it is about, so that a repeated trigger adds nothing. */
record LogoutRequest(End end, Registration app, String messageType, Duration delay) {
    private static final int ID_DIGITS = 32;

    /** For the end of a session: one per session and client. For the end of one app's part: one per such part. */
    String id() {
        String part = "session".equals(end.subject()) ? "" : "\n" + app.oidcSessionId();
        String text = end.instanceId() + "\n" + app.sessionId() + "\n" + app.clientId() + "\n" + messageType + part;
        return HexFormat.of().formatHex(sha256(text)).substring(0, ID_DIGITS);
    }

    Requested event() {
        return new Requested(new Request(
                app.userId(),
                null,
                app.sessionId(),
                end.owner(),
                end.triggerOrigin(),
                new TriggerEvent(
                        end.aggregateType(), end.aggregateId(), end.eventType(), end.sequence(), end.endedAt()),
                end.eventType(),
                messageType,
                SecurityEventTokenChannel.NOTIFICATION_TYPE,
                null,
                new Args(end.triggerOrigin(), null, app.sessionId(), app.clientId(), app.oidcSessionId(), app.uri())));
    }

    Instant dueAt() {
        return end.endedAt().plus(delay);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
