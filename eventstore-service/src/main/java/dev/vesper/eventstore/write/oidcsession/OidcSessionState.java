package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an app's part of a session need to know.
 *
 * @param grant null before it was added
 * @param accessTokens by id, those that were revoked left out
 * @param refresh null where none was granted
 * @param endReason null while it goes on
 */
public record OidcSessionState(
        OidcSessionEvent.@Nullable Added grant,
        Map<String, AccessToken> accessTokens,
        @Nullable RefreshFamily refresh,
        @Nullable String endReason) {
    static final OidcSessionState NONE = new OidcSessionState(null, Map.of(), null, null);

    public record AccessToken(List<String> scope, Instant expiresAt) {}

    /**
     * A refresh token and what it has been.
     *
     * @param hashes of all tokens of the family, by id
     * @param currentId the only one that is good
     * @param previousId what the current one replaced; null for the first
     */
    public record RefreshFamily(
            Map<String, String> hashes,
            String currentId,
            @Nullable String previousId,
            Instant idleExpiresAt,
            Instant expiresAt,
            boolean revoked) {
        Optional<String> hashOf(String id) {
            return Optional.ofNullable(hashes.get(id));
        }

        boolean isGood(Instant now) {
            return !revoked && now.isBefore(idleExpiresAt) && now.isBefore(expiresAt);
        }

        RefreshFamily renewed(OidcSessionEvent.RefreshTokenRenewed event) {
            Map<String, String> all = new HashMap<>(hashes);
            all.put(event.id(), event.hashedToken());
            return new RefreshFamily(
                    Map.copyOf(all), event.id(), event.previousId(), event.idleExpiresAt(), expiresAt, revoked);
        }

        RefreshFamily dead() {
            return new RefreshFamily(hashes, currentId, previousId, idleExpiresAt, expiresAt, true);
        }

        /** Without the hashes. */
        @Override
        public String toString() {
            return "RefreshFamily[currentId=" + currentId + ", revoked=" + revoked + "]";
        }
    }

    OidcSessionState withAccessToken(String id, AccessToken token) {
        Map<String, AccessToken> all = new HashMap<>(accessTokens);
        all.put(id, token);
        return new OidcSessionState(grant, Map.copyOf(all), refresh, endReason);
    }

    OidcSessionState withoutAccessToken(String id) {
        Map<String, AccessToken> all = new HashMap<>(accessTokens);
        all.remove(id);
        return new OidcSessionState(grant, Map.copyOf(all), refresh, endReason);
    }

    OidcSessionState withRefresh(@Nullable RefreshFamily family) {
        return new OidcSessionState(grant, accessTokens, family, endReason);
    }

    OidcSessionState ended(String reason) {
        return new OidcSessionState(grant, accessTokens, refresh, reason);
    }
}
