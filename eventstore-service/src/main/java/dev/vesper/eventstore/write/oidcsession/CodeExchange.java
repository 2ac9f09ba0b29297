package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.crypto.OpaqueToken;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.SubjectEnded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.authrequest.AuthRequestCommand;
import dev.vesper.eventstore.write.authrequest.AuthRequestDecider;
import dev.vesper.eventstore.write.authrequest.AuthRequestState;
import dev.vesper.eventstore.write.authrequest.CodeIssuing;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.project.ClientScope;
import dev.vesper.eventstore.write.session.SessionScope;
import dev.vesper.eventstore.write.sessionlogout.SessionLogoutCommand;
import dev.vesper.eventstore.write.sessionlogout.SessionLogoutDecider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a code for tokens (RFC 6749, section 4.1.3). One push holds the exchange, the grant, and the app's
 * registration for the session's logout, and is refused when the session has ended: either the app is told of the end
 * later, or it gets nothing.
 */
@Singleton
public final class CodeExchange {
    private static final String CODE_REUSE = "code_reuse";

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final RandomTokens random;
    private final Clock clock;

    CodeExchange(CommandPipeline pipeline, IdSource ids, RandomTokens random, Clock clock) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Texts are empty where the client sent none. */
    public record Request(
            String instanceId, ClientCredential client, String code, String redirectUri, String codeVerifier) {
        /** Without the code. */
        @Override
        public String toString() {
            return "Request[client=" + client + "]";
        }
    }

    /** @throws OAuthRefusal for what the client did wrong, and when the session has ended */
    public Grant exchange(Request request) {
        NewTokens tokens = NewTokens.draw(ids.next(), ids, random);
        Instant now = clock.instant();
        try {
            Outcome<Decision> outcome = pipeline.execute(unit -> decide(unit, request, tokens, now));
            return switch (outcome.result()) {
                case Decision.UsedBefore _ -> throw OAuthRefusal.invalidGrant("The code was used before.");
                case Decision.Granted granted ->
                    granted.grant(tokens, now, outcome.pushed().orElseThrow());
            };
        } catch (SubjectEnded e) {
            throw OAuthRefusal.invalidGrant("The session has ended.");
        }
    }

    private static Decision decide(UnitOfWork unit, Request request, NewTokens tokens, Instant now) {
        ClientScope client = ClientAuthentication.authenticate(unit, request.instanceId(), request.client());
        Loaded<AuthRequestState> asked = load(unit, request);
        AuthRequestEvent.Added added = ownRequest(asked.state(), request, client);
        ProofKey.check(added, request.codeVerifier(), client);
        if (asked.state().oidcSessionId() != null) {
            return revoke(unit, request.instanceId(), asked.state().oidcSessionId(), now);
        }
        return grant(unit, client, asked, added, tokens, now);
    }

    private static Loaded<AuthRequestState> load(UnitOfWork unit, Request request) {
        String id = OpaqueToken.parse(CodeIssuing.PREFIX, request.code(), 2)
                .orElseThrow(CodeExchange::unknownCode)
                .getFirst();
        return unit.load(AuthRequestDecider.KIND, request.instanceId(), id);
    }

    private static AuthRequestEvent.Added ownRequest(AuthRequestState state, Request request, ClientScope client) {
        AuthRequestEvent.Added added = state.request();
        AuthRequestEvent.CodeAdded code = state.code();
        if (added == null || code == null || !TokenHash.matches(request.code(), code.hashedCode())) {
            throw unknownCode();
        }
        if (!added.clientId().equals(client.app().clientId())) {
            throw unknownCode();
        }
        if (!added.redirectUri().equals(request.redirectUri())) {
            throw OAuthRefusal.invalidGrant("redirect_uri is not that of the authorization request.");
        }
        return added;
    }

    /** RFC 6749, section 4.1.2: a code that comes twice has leaked, so what it gave is revoked. */
    private static Decision revoke(UnitOfWork unit, String instanceId, @Nullable String oidcSessionId, Instant now) {
        if (oidcSessionId != null) {
            var given = unit.load(OidcSessionDecider.KIND, instanceId, oidcSessionId);
            var events = new ArrayList<OidcSessionEvent>();
            events.addAll(OidcSessionDecider.decide(new OidcSessionCommand.Revoke(CODE_REUSE, now), given.state()));
            // The app is told as well: one of the two that came with the code is not who it should be.
            events.addAll(OidcSessionDecider.decide(new OidcSessionCommand.End(CODE_REUSE), given.state()));
            unit.append(given, "oidc", events);
        }
        return new Decision.UsedBefore();
    }

    private static Decision grant(
            UnitOfWork unit,
            ClientScope client,
            Loaded<AuthRequestState> asked,
            AuthRequestEvent.Added added,
            NewTokens tokens,
            Instant now) {
        AuthRequestEvent.CodeAdded code = asked.state().code();
        AuthRequestEvent.SessionLinked link = asked.state().link();
        if (code == null || link == null || !now.isBefore(code.expiresAt())) {
            throw OAuthRefusal.invalidGrant("The code has expired.");
        }
        SessionScope scope = SessionScope.load(unit, asked.id().instanceId(), link.sessionId())
                .filter(found -> found.endReason().isEmpty())
                .orElseThrow(() -> OAuthRefusal.invalidGrant("The session has ended."));
        scope.requireNotEnded(unit);
        client.requireNotEnded(unit, scope.begunAt());
        TokenLifetimes lifetimes = scope.instance().state().lifetimes();
        var begin = GrantRules.begin(added, link, scope, client, tokens, lifetimes, now);
        unit.append(
                asked,
                scope.userId(),
                AuthRequestDecider.decide(new AuthRequestCommand.Exchange(tokens.oidcSessionId()), asked.state()));
        AggregateId id = new AggregateId(scope.instanceId(), OidcSessionDecider.KIND.type(), tokens.oidcSessionId());
        unit.begin(
                id,
                scope.session().owner(),
                scope.userId(),
                OidcSessionDecider.decide(begin, OidcSessionDecider.initialState()));
        register(unit, scope, client, tokens.oidcSessionId());
        return new Decision.Granted(begin, client, lifetimes);
    }

    /** At any sequence: apps that join a session at the same time do not wait for each other. */
    private static void register(UnitOfWork unit, SessionScope scope, ClientScope client, String oidcSessionId) {
        var command = new SessionLogoutCommand.Register(
                oidcSessionId,
                scope.userId(),
                client.app().clientId(),
                client.config().backChannelLogoutUri(),
                client.config().frontChannelLogoutUri());
        var events = SessionLogoutDecider.decide(command, SessionLogoutDecider.initialState());
        if (!events.isEmpty()) {
            unit.append(
                    new AggregateId(scope.instanceId(), SessionLogoutDecider.KIND.type(), scope.sessionId()),
                    scope.session().owner(),
                    scope.userId(),
                    Expectation.ANY,
                    events);
        }
    }

    private static OAuthRefusal unknownCode() {
        return OAuthRefusal.invalidGrant("The code is unknown.");
    }

    private sealed interface Decision {
        record UsedBefore() implements Decision {}

        record Granted(OidcSessionCommand.Begin begin, ClientScope client, TokenLifetimes lifetimes)
                implements Decision {
            Grant grant(NewTokens tokens, Instant now, Pushed pushed) {
                OidcSessionEvent.AccessTokenAdded access = begin.accessToken();
                return new Grant(
                        tokens.oidcSessionId(),
                        begin.grant(),
                        client.config(),
                        access.scope(),
                        access.id(),
                        now,
                        access.expiresAt(),
                        now.plus(lifetimes.idToken()),
                        begin.refreshToken() == null ? "" : tokens.refreshToken(),
                        pushed.position(),
                        pushed.token());
            }
        }
    }
}
