package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.oidcsession.NewTokens.RefreshTokenName;
import dev.vesper.eventstore.write.project.ClientScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Revokes tokens for their clients (RFC 7009). An unknown token is a success; another client's is refused. */
@Singleton
public final class TokenRevocation {
    private static final String REASON = "revoked";

    private final CommandPipeline pipeline;
    private final Clock clock;

    TokenRevocation(CommandPipeline pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Revokes the refresh token's whole family, and the access tokens that stand on the same grant. */
    public ConsistencyToken revokeRefreshToken(String instanceId, ClientCredential credential, String refreshToken) {
        Optional<RefreshTokenName> name = RefreshTokenName.of(refreshToken);
        Instant now = clock.instant();
        return pipeline.execute(unit -> {
                    ClientScope client = ClientAuthentication.authenticate(unit, instanceId, credential);
                    name.map(found -> unit.load(OidcSessionDecider.KIND, instanceId, found.oidcSessionId()))
                            .filter(found -> holds(found, name.get().id(), refreshToken))
                            .ifPresent(
                                    found -> append(unit, client, found, new OidcSessionCommand.Revoke(REASON, now)));
                    return client;
                })
                .token();
    }

    public ConsistencyToken revokeAccessToken(
            String instanceId, ClientCredential credential, String oidcSessionId, String accessTokenId) {
        var command = new OidcSessionCommand.RevokeAccessToken(accessTokenId, REASON);
        return pipeline.execute(unit -> {
                    ClientScope client = ClientAuthentication.authenticate(unit, instanceId, credential);
                    append(unit, client, unit.load(OidcSessionDecider.KIND, instanceId, oidcSessionId), command);
                    return client;
                })
                .token();
    }

    private static boolean holds(Loaded<OidcSessionState> oidcSession, String id, String refreshToken) {
        var family = oidcSession.state().refresh();
        return family != null
                && family.hashOf(id)
                        .map(hash -> TokenHash.matches(refreshToken, hash))
                        .orElse(false);
    }

    private static void append(
            UnitOfWork unit, ClientScope client, Loaded<OidcSessionState> oidcSession, OidcSessionCommand command) {
        var grant = oidcSession.state().grant();
        if (grant == null) {
            return;
        }
        if (!grant.clientId().equals(client.app().clientId())) {
            throw OAuthRefusal.invalidGrant("The token belongs to another client.");
        }
        unit.append(oidcSession, client.app().clientId(), OidcSessionDecider.decide(command, oidcSession.state()));
    }
}
