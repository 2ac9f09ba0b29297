package dev.vesper.oidc.tokens;

/** What an ID token says of whom it was issued to. */
public record IdTokenHint(String userId, String clientId, String sessionId) {}
