package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an app's part of a session. */
sealed interface OidcSessionCommand {
    /** @param refreshToken null where none is granted */
    record Begin(
            OidcSessionEvent.Added grant,
            OidcSessionEvent.AccessTokenAdded accessToken,
            OidcSessionEvent.@Nullable RefreshTokenAdded refreshToken)
            implements OidcSessionCommand {}

    /**
     * A refresh token is presented.
     *
     * @param presentedId which one it says it is
     * @param presentedHash of all of it
     * @param scope empty for the scope of before
     */
    record Refresh(
            String presentedId, String presentedHash, List<String> scope, Successor successor, Reuse reuse, Instant now)
            implements OidcSessionCommand {}

    /** What replaces a refresh token that was used. */
    record Successor(
            String refreshTokenId,
            String hashedRefreshToken,
            Duration idleLifetime,
            String accessTokenId,
            Duration accessTokenLifetime) {}

    /**
     * When a token that was replaced may be used once more, because the answer may have been lost.
     *
     * @param allowed by a client that has authenticated itself
     * @param renewedAt when the family was renewed last; null when it never was
     */
    record Reuse(boolean allowed, @Nullable Instant renewedAt, Duration grace) {}

    /** All that was granted. */
    record Revoke(String reason, Instant now) implements OidcSessionCommand {}

    record RevokeAccessToken(String id, String reason) implements OidcSessionCommand {}

    record End(String reason) implements OidcSessionCommand {}
}
