package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One app's part of a session: what it was granted. Aggregate {@code oidc_session}. */
public sealed interface OidcSessionEvent extends Event {

    record Added(
            @JsonProperty("userID") String userId,
            String userResourceOwner,
            @JsonProperty("sessionID") String sessionId,
            @JsonProperty("clientID") String clientId,
            @JsonProperty("projectID") String projectId,
            @JsonProperty("appID") String appId,
            List<String> audience,
            List<String> scope,
            List<String> authMethods,
            Instant authTime,
            @Nullable String nonce,
            String issuer)
            implements OidcSessionEvent {}

    record AccessTokenAdded(String id, List<String> scope, Instant expiresAt) implements OidcSessionEvent {}

    record AccessTokenRevoked(String id, String reason) implements OidcSessionEvent {}

    record RefreshTokenAdded(String id, @Secret String hashedToken, Instant idleExpiresAt, Instant expiresAt)
            implements OidcSessionEvent {}

    /** Rotation: {@code previousId} is replaced by {@code id}. */
    record RefreshTokenRenewed(
            String id, String previousId, @Secret String hashedToken, Instant idleExpiresAt)
            implements OidcSessionEvent {}

    /** The whole family of refresh tokens. */
    record RefreshTokenRevoked(String reason) implements OidcSessionEvent {}

    record Ended(String reason) implements OidcSessionEvent {}
}
