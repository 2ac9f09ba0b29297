package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's sign-in in one user agent. Aggregate {@code session}; its id is the {@code sid} of ID and logout tokens. */
public sealed interface SessionEvent extends Event {

    record Added(UserAgent userAgent) implements SessionEvent {}

    record UserChecked(@JsonProperty("userID") String userId, String userResourceOwner, Instant checkedAt)
            implements SessionEvent {}

    record PasswordChecked(Instant checkedAt) implements SessionEvent {}

    record LifetimeSet(Duration lifetime) implements SessionEvent {}

    /** @param reason one of {@link EndReason}'s names */
    record Terminated(@Nullable String triggerOrigin, String reason) implements SessionEvent {}

    /**
     * @param id the id in the signed user-agent cookie
     * @param description browser and system, for people
     */
    record UserAgent(
            String id,
            @Nullable String description,
            @Nullable String ip) {}
}
