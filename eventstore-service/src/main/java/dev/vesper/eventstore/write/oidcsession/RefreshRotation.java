package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.oidcsession.OidcSessionCommand.Refresh;
import dev.vesper.eventstore.write.oidcsession.OidcSessionCommand.Reuse;
import dev.vesper.eventstore.write.oidcsession.OidcSessionState.RefreshFamily;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Rotates refresh tokens and detects their reuse (RFC 9700, section 4.14.2). A token that was replaced kills its family,
 * unless it comes back at once from a client that has authenticated itself and whose successor nobody has used: then the
 * answer was lost, and there is a new successor.
 */
final class RefreshRotation {
    private RefreshRotation() {}

    /** Whether these events grant anything: a detected reuse only revokes. */
    static boolean grants(List<OidcSessionEvent> events) {
        return events.stream().anyMatch(OidcSessionEvent.RefreshTokenRenewed.class::isInstance);
    }

    static List<OidcSessionEvent> decide(Refresh refresh, OidcSessionState state) {
        var grant = state.grant();
        RefreshFamily family = state.refresh();
        if (grant == null || family == null || !isOneOf(family, refresh)) {
            throw OAuthRefusal.invalidGrant("The refresh token is unknown.");
        }
        if (state.endReason() != null || !family.isGood(refresh.now())) {
            throw OAuthRefusal.invalidGrant("The refresh token has expired or was revoked.");
        }
        boolean current = family.currentId().equals(refresh.presentedId());
        if (!current && !answerWasLost(family, refresh)) {
            return OidcSessionDecider.revoke(new OidcSessionCommand.Revoke("reuse", refresh.now()), state);
        }
        return renew(refresh, family, scope(refresh, grant.scope()));
    }

    private static boolean isOneOf(RefreshFamily family, Refresh refresh) {
        return family.hashOf(refresh.presentedId())
                .map(hash -> TokenHash.equal(hash, refresh.presentedHash()))
                .orElse(false);
    }

    private static boolean answerWasLost(RefreshFamily family, Refresh refresh) {
        Reuse reuse = refresh.reuse();
        Instant renewedAt = reuse.renewedAt();
        return reuse.allowed()
                && refresh.presentedId().equals(family.previousId())
                && renewedAt != null
                && !refresh.now().isAfter(renewedAt.plus(reuse.grace()));
    }

    private static List<OidcSessionEvent> renew(Refresh refresh, RefreshFamily family, List<String> scope) {
        var successor = refresh.successor();
        Instant idle = refresh.now().plus(successor.idleLifetime());
        return List.of(
                new OidcSessionEvent.RefreshTokenRenewed(
                        successor.refreshTokenId(),
                        refresh.presentedId(),
                        successor.hashedRefreshToken(),
                        idle.isBefore(family.expiresAt()) ? idle : family.expiresAt()),
                new OidcSessionEvent.AccessTokenAdded(
                        successor.accessTokenId(), scope, refresh.now().plus(successor.accessTokenLifetime())));
    }

    private static List<String> scope(Refresh refresh, List<String> granted) {
        if (refresh.scope().isEmpty()) {
            return granted;
        }
        if (!Set.copyOf(granted).containsAll(refresh.scope())) {
            throw OAuthRefusal.invalidScope();
        }
        return refresh.scope();
    }
}
