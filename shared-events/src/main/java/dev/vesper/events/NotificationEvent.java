package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message to one recipient, from its request to its end. Aggregate {@code notification}; the id comes from the trigger. */
public sealed interface NotificationEvent extends Event {
    /** {@link Request#messageType} of the logout token that each app of an ended session gets. */
    String BACK_CHANNEL_LOGOUT = "back_channel_logout";

    /**
     * {@link Request#messageType} of a second logout token to the same app: it joined so shortly before the end that its
     * own token response may have been overtaken by the first. It is no logout of its own to whoever counts logouts.
     */
    String BACK_CHANNEL_LOGOUT_AGAIN = "back_channel_logout_again";

    record Requested(Request request) implements NotificationEvent {}

    /**
     * An attempt failed, and another will follow.
     *
     * @param attempt the attempt that failed, from 1
     * @param httpStatus what the other side answered; 0 when it did not
     * @param backOff how long the next attempt waits
     */
    record RetryRequested(Request request, String error, int httpStatus, int attempt, Duration backOff)
            implements NotificationEvent {}

    /** @param attempt the attempt that succeeded, from 1 */
    record Sent(int attempt, int httpStatus) implements NotificationEvent {}

    /**
     * Nothing more will be tried.
     *
     * @param attempt attempts made, 0 when none was
     * @param reason a stable code, for example {@code max_attempts}, {@code max_ttl}, {@code permanent}
     */
    record Canceled(@Nullable String error, String reason, int attempt, int httpStatus) implements NotificationEvent {}

    /** Everything that is needed and known at the time of the request. */
    record Request(
            @JsonProperty("userID") @Nullable String userId,
            @Nullable String userResourceOwner,
            @JsonProperty("notificationAggregateID") String notificationAggregateId,
            String notificationAggregateResourceOwner,
            @Nullable String triggeredAtOrigin,
            TriggerEvent triggerEvent,
            String eventType,
            String messageType,
            String notificationType,
            @Nullable String urlTemplate,
            @Nullable Args args) {}

    record TriggerEvent(
            String aggregateType,
            @JsonProperty("aggregateID") String aggregateId,
            String eventType,
            long sequence,
            Instant createdAt) {}

    /** What a text or a token is filled with. */
    record Args(
            @Nullable String origin,
            @Nullable String domain,
            @JsonProperty("sessionID") @Nullable String sessionId,
            @JsonProperty("clientID") @Nullable String clientId,
            @JsonProperty("oidcSessionID") @Nullable String oidcSessionId,
            @JsonProperty("backChannelLogoutURI") @Nullable String backChannelLogoutUri) {}
}
