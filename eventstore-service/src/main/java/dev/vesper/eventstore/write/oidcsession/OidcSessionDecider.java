package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.oidcsession.OidcSessionState.AccessToken;
import dev.vesper.eventstore.write.oidcsession.OidcSessionState.RefreshFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides about one app's part of a session: its access tokens and its family of refresh tokens. */
public final class OidcSessionDecider {
    public static final AggregateKind<OidcSessionState, OidcSessionEvent> KIND =
            AggregateKind.of("oidc_session", OidcSessionEvent.class, initialState(), OidcSessionDecider::evolve);

    private OidcSessionDecider() {}

    public static OidcSessionState initialState() {
        return OidcSessionState.NONE;
    }

    static List<OidcSessionEvent> decide(OidcSessionCommand command, OidcSessionState state) {
        return switch (command) {
            case OidcSessionCommand.Begin begin -> begin(begin, state);
            case OidcSessionCommand.Refresh refresh -> RefreshRotation.decide(refresh, state);
            case OidcSessionCommand.Revoke revoke -> revoke(revoke, state);
            case OidcSessionCommand.RevokeAccessToken revoke ->
                state.accessTokens().containsKey(revoke.id())
                        ? List.of(new OidcSessionEvent.AccessTokenRevoked(revoke.id(), revoke.reason()))
                        : List.of();
            case OidcSessionCommand.End end -> end(end, state);
        };
    }

    public static OidcSessionState evolve(OidcSessionState state, OidcSessionEvent event) {
        return switch (event) {
            case OidcSessionEvent.Added added -> new OidcSessionState(added, Map.of(), null, null);
            case OidcSessionEvent.AccessTokenAdded added ->
                state.withAccessToken(added.id(), new AccessToken(added.scope(), added.expiresAt()));
            case OidcSessionEvent.AccessTokenRevoked revoked -> state.withoutAccessToken(revoked.id());
            case OidcSessionEvent.RefreshTokenAdded added ->
                state.withRefresh(new RefreshFamily(
                        Map.of(added.id(), added.hashedToken()),
                        added.id(),
                        null,
                        added.idleExpiresAt(),
                        added.expiresAt(),
                        false));
            case OidcSessionEvent.RefreshTokenRenewed renewed -> {
                RefreshFamily family = state.refresh();
                yield state.withRefresh(family == null ? null : family.renewed(renewed));
            }
            case OidcSessionEvent.RefreshTokenRevoked _ -> {
                RefreshFamily family = state.refresh();
                yield state.withRefresh(family == null ? null : family.dead());
            }
            case OidcSessionEvent.Ended ended -> state.ended(ended.reason());
        };
    }

    /** Kills the refresh tokens, and the access tokens that have not expired by themselves. */
    static List<OidcSessionEvent> revoke(OidcSessionCommand.Revoke revoke, OidcSessionState state) {
        List<OidcSessionEvent> events = new ArrayList<>();
        RefreshFamily family = state.refresh();
        if (family != null && !family.revoked()) {
            events.add(new OidcSessionEvent.RefreshTokenRevoked(revoke.reason()));
        }
        state.accessTokens().entrySet().stream()
                .filter(token -> revoke.now().isBefore(token.getValue().expiresAt()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(id -> events.add(new OidcSessionEvent.AccessTokenRevoked(id, revoke.reason())));
        return List.copyOf(events);
    }

    private static List<OidcSessionEvent> begin(OidcSessionCommand.Begin begin, OidcSessionState state) {
        if (state.grant() != null) {
            return List.of();
        }
        var refresh = begin.refreshToken();
        return refresh == null
                ? List.of(begin.grant(), begin.accessToken())
                : List.of(begin.grant(), begin.accessToken(), refresh);
    }

    private static List<OidcSessionEvent> end(OidcSessionCommand.End end, OidcSessionState state) {
        if (state.grant() == null) {
            throw CommandRejected.notFound("OIDC_SESSION_NOT_FOUND", "There is no such OIDC session.");
        }
        return state.endReason() == null ? List.of(new OidcSessionEvent.Ended(end.reason())) : List.of();
    }
}
