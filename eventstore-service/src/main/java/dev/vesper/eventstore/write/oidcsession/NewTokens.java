package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.eventstore.crypto.OpaqueToken;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.IdSource;
import java.util.List;
import java.util.Optional;

/**
 * The ids and secrets that one issue of tokens may use up, drawn before anything is decided.
 *
 * @param refreshToken plain
 */
record NewTokens(String oidcSessionId, String accessTokenId, String refreshTokenId, String refreshToken) {
    private static final String REFRESH_PREFIX = "vr_";

    static NewTokens draw(String oidcSessionId, IdSource ids, RandomTokens random) {
        String refreshId = ids.next();
        return new NewTokens(
                oidcSessionId,
                ids.next(),
                refreshId,
                OpaqueToken.of(REFRESH_PREFIX, oidcSessionId, refreshId, random.next()));
    }

    String refreshTokenHash() {
        return TokenHash.of(refreshToken);
    }

    /** Where a refresh token says that it is kept. */
    record RefreshTokenName(String oidcSessionId, String id) {
        static Optional<RefreshTokenName> of(String refreshToken) {
            return OpaqueToken.parse(REFRESH_PREFIX, refreshToken, 3).map(RefreshTokenName::ofParts);
        }

        private static RefreshTokenName ofParts(List<String> parts) {
            return new RefreshTokenName(parts.get(0), parts.get(1));
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "NewTokens[oidcSessionId=" + oidcSessionId + "]";
    }
}
