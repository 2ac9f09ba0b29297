package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person or a machine. Aggregate {@code user}. Results of credential checks stand in {@link UserCheckEvent}. */
public sealed interface UserEvent extends Event {

    /** @param hashedPassword PHC string; null for a person who cannot sign in by password yet */
    record HumanAdded(
            @Personal @Nullable String userName,
            @Personal @Nullable String firstName,
            @Personal @Nullable String lastName,
            @Personal @Nullable String displayName,
            @Nullable String preferredLanguage,
            @Personal @Nullable String email,
            boolean emailVerified,
            @Personal @Nullable String phone,
            @Secret @Nullable String hashedPassword,
            boolean passwordChangeRequired)
            implements UserEvent {}

    /** @param accessTokenType BEARER or JWT: what its client credentials are answered with */
    record MachineAdded(
            @Personal @Nullable String userName,
            String name,
            @Nullable String description,
            String accessTokenType) implements UserEvent {}

    /** Carries all that can change. */
    record MachineChanged(String name, @Nullable String description, String accessTokenType) implements UserEvent {}

    record UserNameChanged(@Personal @Nullable String userName) implements UserEvent {}

    /** Carries the whole new profile. */
    record ProfileChanged(
            @Personal @Nullable String firstName,
            @Personal @Nullable String lastName,
            @Personal @Nullable String displayName,
            @Nullable String preferredLanguage)
            implements UserEvent {}

    record Locked() implements UserEvent {}

    record Unlocked() implements UserEvent {}

    record Deactivated() implements UserEvent {}

    record Reactivated() implements UserEvent {}

    /** From here on the person's key is gone, and with it every sealed field. */
    record Removed() implements UserEvent {}

    record PasswordChanged(@Secret String hashedPassword, boolean changeRequired) implements UserEvent {}

    /** The person signed out of a whole session. */
    record SignedOut(
            @JsonProperty("userAgentID") String userAgentId,
            @JsonProperty("sessionID") String sessionId,
            @Nullable String triggerOrigin)
            implements UserEvent {}

    /** A bulk end: counts at once for every session of the user that began before it. */
    record SessionsEnded(String reason) implements UserEvent {}

    record PatAdded(
            String tokenId,
            @Secret String hashedToken,
            List<String> scopes,
            @Nullable Instant expiration) implements UserEvent {}

    record PatRemoved(String tokenId) implements UserEvent {}
}
