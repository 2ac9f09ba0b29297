package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An authorization request on its way from the relying party to a code. Aggregate {@code auth_request}. */
public sealed interface AuthRequestEvent extends Event {

    /** OpenID Connect Core 1.0, section 3.1.2.1. */
    record Added(
            @JsonProperty("clientID") String clientId,
            @JsonProperty("redirectURI") String redirectUri,
            List<String> scope,
            @Nullable String state,
            @Nullable String nonce,
            @Nullable String codeChallenge,
            @Nullable String codeChallengeMethod,
            String responseType,
            @Nullable String responseMode,
            List<String> prompt,
            @Nullable Duration maxAge,
            List<String> uiLocales,
            String issuer,
            @JsonProperty("userAgentID") String userAgentId)
            implements AuthRequestEvent {}

    record SessionLinked(
            @JsonProperty("sessionID") String sessionId,
            @JsonProperty("userID") String userId,
            Instant authTime,
            List<String> authMethods)
            implements AuthRequestEvent {}

    record CodeAdded(@Secret String hashedCode, Instant expiresAt) implements AuthRequestEvent {}

    /** @param oidcSessionId what a second use of the code revokes */
    record CodeExchanged(@JsonProperty("oidcSessionID") String oidcSessionId) implements AuthRequestEvent {}

    /** @param error an OAuth error code */
    record Failed(String error) implements AuthRequestEvent {}

    record Succeeded() implements AuthRequestEvent {}
}
