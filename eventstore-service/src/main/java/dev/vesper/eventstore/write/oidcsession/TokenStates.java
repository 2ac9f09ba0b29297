package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.Aggregates.Fact;
import dev.vesper.eventstore.write.oidcsession.NewTokens.RefreshTokenName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says from the log itself whether a token is good, before any view has heard of it. */
@Singleton
public final class TokenStates {
    private final Aggregates aggregates;
    private final Clock clock;

    TokenStates(Aggregates aggregates, Clock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /** @param position of the newest event of the grant that this answer knows */
    public record TokenState(
            String oidcSessionId,
            OidcSessionEvent.Added grant,
            List<String> scope,
            Instant issuedAt,
            Instant expiresAt,
            String tokenType,
            long position) {}

    /** @return empty for a token that is unknown, expired, revoked, or whose session or app has ended */
    public Optional<TokenState> ofAccessToken(String instanceId, String oidcSessionId, String accessTokenId) {
        return live(instanceId, oidcSessionId).flatMap(found -> {
            var token = found.oidcSession().state().accessTokens().get(accessTokenId);
            return token == null || !clock.instant().isBefore(token.expiresAt())
                    ? Optional.empty()
                    : Optional.of(state(found, token.scope(), issuedAt(found, accessTokenId), token.expiresAt()));
        });
    }

    /** As {@link #ofAccessToken}; only the newest token of a family is good. */
    public Optional<TokenState> ofRefreshToken(String instanceId, String refreshToken) {
        return RefreshTokenName.of(refreshToken)
                .flatMap(name -> live(instanceId, name.oidcSessionId()).flatMap(found -> {
                    var family = found.oidcSession().state().refresh();
                    boolean good = family != null
                            && family.isGood(clock.instant())
                            && family.currentId().equals(name.id())
                            && TokenHash.matches(
                                    refreshToken, family.hashOf(name.id()).orElse(""));
                    return good && family != null
                            ? Optional.of(state(
                                    found, found.grant().scope(), issuedAt(found, name.id()), family.idleExpiresAt()))
                            : Optional.empty();
                }));
    }

    private Optional<GrantScope> live(String instanceId, String oidcSessionId) {
        return GrantScope.load(aggregates, instanceId, oidcSessionId).filter(GrantScope::isLive);
    }

    private Instant issuedAt(GrantScope scope, String tokenId) {
        return aggregates.history(scope.oidcSession().id()).stream()
                .filter(fact -> issues(fact, tokenId))
                .map(fact -> fact.recorded().createdAt())
                .findFirst()
                .orElse(scope.oidcSession().createdAt());
    }

    private static boolean issues(Fact fact, String tokenId) {
        return switch (fact.event()) {
            case OidcSessionEvent.AccessTokenAdded added -> added.id().equals(tokenId);
            case OidcSessionEvent.RefreshTokenAdded added -> added.id().equals(tokenId);
            case OidcSessionEvent.RefreshTokenRenewed renewed -> renewed.id().equals(tokenId);
            default -> false; // The other events issue nothing.
        };
    }

    private static TokenState state(GrantScope scope, List<String> granted, Instant issuedAt, Instant expiresAt) {
        return new TokenState(
                scope.oidcSession().id().id(),
                scope.grant(),
                granted,
                issuedAt,
                expiresAt,
                scope.client().config().accessTokenType(),
                scope.oidcSession().position());
    }
}
