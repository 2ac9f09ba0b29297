package dev.vesper.notifier.automation;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something ended, and apps must be told.
 *
 * @param subject {@code session}: all its apps; {@code oidc_session}: only that app
 * @param owner the resource owner of the aggregate that says so
 */
record End(
        String instanceId,
        String aggregateType,
        String aggregateId,
        String eventType,
        long sequence,
        String subject,
        String subjectId,
        String owner,
        @Nullable String triggerOrigin,
        @Nullable String traceparent,
        Instant endedAt,
        int partition) {

    static End of(Consumed consumed) {
        String aggregateId = consumed.recorded().aggregateId();
        return switch (consumed.event()) {
            case SessionEvent.Terminated ended -> of(consumed, "session", aggregateId, ended.triggerOrigin());
            case UserEvent.SignedOut ended -> of(consumed, "session", ended.sessionId(), ended.triggerOrigin());
            case OidcSessionEvent.Ended _ -> of(consumed, "oidc_session", aggregateId, null);
            default -> throw new IllegalArgumentException(consumed.recorded().type() + " ends nothing");
        };
    }

    private static End of(Consumed consumed, String subject, String subjectId, @Nullable String triggerOrigin) {
        var recorded = consumed.recorded();
        return new End(
                recorded.instanceId(),
                recorded.aggregateType(),
                recorded.aggregateId(),
                recorded.type(),
                recorded.sequence(),
                subject,
                subjectId,
                recorded.owner(),
                triggerOrigin,
                consumed.traceparent(),
                recorded.createdAt(),
                recorded.partition());
    }
}
