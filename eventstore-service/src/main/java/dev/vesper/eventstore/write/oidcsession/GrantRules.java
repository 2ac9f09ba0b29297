package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.write.AdminAudience;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.project.ClientScope;
import dev.vesper.eventstore.write.session.SessionScope;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a code is worth: scope, audience and tokens, by the app's registration and the instance's settings. */
final class GrantRules {
    static final String OFFLINE_ACCESS = "offline_access";

    private static final String REFRESH_TOKEN = "GRANT_TYPE_REFRESH_TOKEN";

    private GrantRules() {}

    static OidcSessionCommand.Begin begin(
            AuthRequestEvent.Added request,
            AuthRequestEvent.SessionLinked link,
            SessionScope session,
            ClientScope client,
            NewTokens tokens,
            TokenLifetimes lifetimes,
            Instant now) {
        boolean refreshes = client.allows(REFRESH_TOKEN);
        List<String> scope = request.scope().stream()
                .filter(value -> refreshes || !value.equals(OFFLINE_ACCESS))
                .toList();
        var grant = new OidcSessionEvent.Added(
                session.userId(),
                session.session().owner(),
                session.sessionId(),
                request.clientId(),
                client.projectId(),
                client.app().appId(),
                audience(request, session, client),
                scope,
                link.authMethods(),
                link.authTime(),
                request.nonce(),
                request.issuer());
        var accessToken =
                new OidcSessionEvent.AccessTokenAdded(tokens.accessTokenId(), scope, now.plus(lifetimes.accessToken()));
        return new OidcSessionCommand.Begin(
                grant, accessToken, refreshes ? refreshToken(tokens, lifetimes, now) : null);
    }

    /** The client's own, and the admin API if that was asked for. */
    private static List<String> audience(AuthRequestEvent.Added request, SessionScope session, ClientScope client) {
        List<String> own = List.of(request.clientId(), client.projectId());
        return request.scope().contains(AdminAudience.SCOPE)
                ? Stream.concat(
                                own.stream(),
                                Stream.of(
                                        AdminAudience.of(session.session().id().instanceId())))
                        .toList()
                : own;
    }

    private static OidcSessionEvent.@Nullable RefreshTokenAdded refreshToken(
            NewTokens tokens, TokenLifetimes lifetimes, Instant now) {
        return new OidcSessionEvent.RefreshTokenAdded(
                tokens.refreshTokenId(),
                tokens.refreshTokenHash(),
                now.plus(lifetimes.refreshTokenIdle()),
                now.plus(lifetimes.refreshToken()));
    }
}
