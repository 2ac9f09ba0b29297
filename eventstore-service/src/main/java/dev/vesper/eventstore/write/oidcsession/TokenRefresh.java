package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.SubjectEnded;
import dev.vesper.eventstore.write.TokenSettings;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.oidcsession.NewTokens.RefreshTokenName;
import dev.vesper.eventstore.write.project.ClientScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges a refresh token for new tokens (RFC 6749, section 6), unless what it stands on has ended. */
@Singleton
public final class TokenRefresh {
    private static final int SECOND_LOOK = 2;

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final RandomTokens random;
    private final Clock clock;
    private final TokenSettings settings;

    TokenRefresh(CommandPipeline pipeline, IdSource ids, RandomTokens random, Clock clock, TokenSettings settings) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param scope empty for the scope of before */
    public record Request(String instanceId, ClientCredential client, String refreshToken, List<String> scope) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Request[client=" + client + "]";
        }
    }

    /** @throws OAuthRefusal for what the client did wrong, and when the session has ended */
    public Grant refresh(Request request) {
        RefreshTokenName name = RefreshTokenName.of(request.refreshToken()).orElseThrow(TokenRefresh::unknown);
        NewTokens tokens = NewTokens.draw(name.oidcSessionId(), ids, random);
        Instant now = clock.instant();
        Outcome<Decision> outcome = decided(new Attempt(request, name, tokens, now));
        Pushed pushed = outcome.pushed().orElseThrow(() -> OAuthRefusal.invalidGrant("The refresh token was used."));
        if (!RefreshRotation.grants(outcome.result().events())) {
            throw OAuthRefusal.invalidGrant("The refresh token was used before; all of its kind are revoked.");
        }
        return grant(outcome.result(), tokens, now, pushed);
    }

    /**
     * A session that ends between the look and the push refuses the push; the second look sees the end, and its reason
     * may be one that the grant outlives.
     */
    private Outcome<Decision> decided(Attempt attempt) {
        for (int look = 1; ; look++) {
            try {
                return pipeline.execute(unit -> decide(unit, attempt));
            } catch (SubjectEnded e) {
                if (look == SECOND_LOOK) {
                    throw OAuthRefusal.invalidGrant("The session has ended.");
                }
            }
        }
    }

    private Decision decide(UnitOfWork unit, Attempt attempt) {
        Request request = attempt.request();
        ClientScope client = ClientAuthentication.authenticate(unit, request.instanceId(), request.client());
        GrantScope scope = GrantScope.load(
                        unit, request.instanceId(), attempt.name().oidcSessionId())
                .filter(found -> found.grant().clientId().equals(client.app().clientId()))
                .orElseThrow(TokenRefresh::unknown);
        if (!scope.isLive()) {
            throw OAuthRefusal.invalidGrant("The session has ended.");
        }
        if (!client.allows("GRANT_TYPE_REFRESH_TOKEN")) {
            throw OAuthRefusal.unauthorizedClient("The client may not refresh tokens.");
        }
        TokenLifetimes lifetimes = scope.session().instance().state().lifetimes();
        var command = command(unit, attempt, scope, lifetimes);
        var events = OidcSessionDecider.decide(command, scope.oidcSession().state());
        unit.append(scope.oidcSession(), scope.grant().userId(), events);
        if (RefreshRotation.grants(events)) {
            scope.requireNotEnded(unit);
        }
        return new Decision(scope, events, lifetimes);
    }

    private OidcSessionCommand.Refresh command(
            UnitOfWork unit, Attempt attempt, GrantScope scope, TokenLifetimes lifetimes) {
        NewTokens tokens = attempt.tokens();
        var successor = new OidcSessionCommand.Successor(
                tokens.refreshTokenId(),
                tokens.refreshTokenHash(),
                lifetimes.refreshTokenIdle(),
                tokens.accessTokenId(),
                lifetimes.accessToken());
        var reuse = new OidcSessionCommand.Reuse(
                ClientAuthentication.isConfidential(scope.client()),
                renewedAt(unit, scope, attempt.name().id()),
                settings.refreshReuseGrace());
        return new OidcSessionCommand.Refresh(
                attempt.name().id(),
                TokenHash.of(attempt.request().refreshToken()),
                attempt.request().scope(),
                successor,
                reuse,
                attempt.now());
    }

    /** Asked only of a token that was replaced, which is rare. */
    private static @Nullable Instant renewedAt(UnitOfWork unit, GrantScope scope, String presentedId) {
        var family = scope.oidcSession().state().refresh();
        if (family == null || family.currentId().equals(presentedId)) {
            return null;
        }
        return unit.newest(scope.oidcSession().id(), OidcSessionEvent.RefreshTokenRenewed.class)
                .orElse(null);
    }

    private static Grant grant(Decision decision, NewTokens tokens, Instant now, Pushed pushed) {
        OidcSessionEvent.AccessTokenAdded access = decision.accessToken().orElseThrow();
        return new Grant(
                tokens.oidcSessionId(),
                decision.scope().grant(),
                decision.scope().client().config(),
                access.scope(),
                access.id(),
                now,
                access.expiresAt(),
                now.plus(decision.lifetimes().idToken()),
                tokens.refreshToken(),
                pushed.position(),
                pushed.token());
    }

    private static OAuthRefusal unknown() {
        return OAuthRefusal.invalidGrant("The refresh token is unknown.");
    }

    private record Attempt(Request request, RefreshTokenName name, NewTokens tokens, Instant now) {}

    private record Decision(GrantScope scope, List<OidcSessionEvent> events, TokenLifetimes lifetimes) {
        Optional<OidcSessionEvent.AccessTokenAdded> accessToken() {
            return events.stream()
                    .filter(OidcSessionEvent.AccessTokenAdded.class::isInstance)
                    .map(OidcSessionEvent.AccessTokenAdded.class::cast)
                    .findFirst();
        }
    }
}
