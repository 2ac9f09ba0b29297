package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.write.AdminAudience;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.oidcsession.TokenStates;
import dev.vesper.eventstore.write.oidcsession.TokenStates.TokenState;
import dev.vesper.eventstore.write.webkey.PublicKeys;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * JWT access tokens that oidc-service minted (RFC 9068, section 4), for whoever asked for the audience of the admin API. Whether
 * the grant still counts is asked of the log at each call, so that one of an ended session is refused at once.
 */
@Singleton
final class OwnAccessTokens {
    private static final String TYPE = "at+jwt";

    private final Hosts hosts;
    private final PublicKeys keys;
    private final TokenStates states;
    private final Clock clock;

    OwnAccessTokens(Hosts hosts, PublicKeys keys, TokenStates states, Clock clock) {
        this.hosts = hosts;
        this.keys = keys;
        this.states = states;
        this.clock = clock;
    }

    Optional<AdminCaller> callerOf(Jwt jwt) {
        if (!jwt.isOfType(TYPE) || jwt.expiredAt(clock.instant())) {
            return Optional.empty();
        }
        return hosts.instanceOf(host(jwt.issuer()))
                .filter(instanceId -> jwt.isFor(AdminAudience.of(instanceId)))
                .filter(instanceId -> isSigned(jwt, instanceId))
                .flatMap(instanceId -> live(jwt, instanceId).map(state -> caller(instanceId, state)));
    }

    private boolean isSigned(Jwt jwt, String instanceId) {
        return keys.find(instanceId, jwt.keyId()).filter(jwt::isSignedBy).isPresent();
    }

    private Optional<TokenState> live(Jwt jwt, String instanceId) {
        return states.ofAccessToken(
                instanceId,
                jwt.text("oidc_session_id"),
                String.valueOf(jwt.claims().getJWTID()));
    }

    private static AdminCaller caller(String instanceId, TokenState state) {
        return new AdminCaller(instanceId, state.grant().userId(), state.grant().userResourceOwner());
    }

    private static String host(String issuer) {
        try {
            var host = URI.create(issuer).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
