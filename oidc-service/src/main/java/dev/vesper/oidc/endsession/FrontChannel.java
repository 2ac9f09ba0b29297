package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.internal.v1.AppToTell;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The apps of a session that are told by the browser (OpenID Connect Front-Channel Logout 1.0). Which ones stands in the log; where,
 * as they are registered now: an app that moved is told where it is, and one that is gone has no page to load.
 */
@Singleton
final class FrontChannel {
    private final RelyingParties relyingParties;

    FrontChannel(RelyingParties relyingParties) {
        this.relyingParties = relyingParties;
    }

    List<Frame> framesOf(Tenant tenant, Ended ended) {
        List<Frame> frames = new ArrayList<>();
        for (EndedSession session : ended.sessions()) {
            session.apps().stream()
                    .filter(app -> !app.getFrontChannelLogoutUri().isEmpty())
                    .map(app -> frame(tenant, app, session.sessionId()))
                    .flatMap(Optional::stream)
                    .forEach(frames::add);
        }
        return List.copyOf(frames);
    }

    private Optional<Frame> frame(Tenant tenant, AppToTell app, String sessionId) {
        return relyingParties
                .findActive(tenant.instanceId(), app.getClientId())
                .map(client -> client.getOidc().getFrontChannelLogoutUri())
                .flatMap(uri -> Frame.of(app.getClientId(), uri, tenant.issuer(), sessionId));
    }
}
