package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import java.time.Instant;
import java.util.List;

/**
 * What was granted: tokens are minted from it.
 *
 * @param scope of the access token
 * @param refreshToken plain; empty when none was granted
 * @param position of the push: never above the end of its session
 */
public record Grant(
        String oidcSessionId,
        OidcSessionEvent.Added grant,
        OidcAppConfig client,
        List<String> scope,
        String accessTokenId,
        Instant issuedAt,
        Instant accessTokenExpiresAt,
        Instant idTokenExpiresAt,
        String refreshToken,
        long position,
        ConsistencyToken token) {
    /** Without the refresh token. */
    @Override
    public String toString() {
        return "Grant[oidcSessionId=" + oidcSessionId + ", position=" + position + "]";
    }
}
