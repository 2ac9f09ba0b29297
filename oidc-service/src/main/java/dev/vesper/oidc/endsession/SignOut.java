package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.Changes;
import dev.vesper.oidc.cache.Features;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc.SessionCommandsBlockingStub;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.TerminateSessionResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends sessions. The relying parties are told by others, later: nobody waits for them here. */
@Singleton
final class SignOut {
    private final SessionCommandsBlockingStub commands;
    private final Features features;
    private final Changes changes;

    SignOut(SessionCommandsBlockingStub commands, Features features, Changes changes) {
        this.commands = commands;
        this.features = features;
        this.changes = changes;
    }

    /** The hint's session alone, or, unless the feature says so, everybody's in this browser. */
    UserAgent endHinted(Tenant tenant, LogoutRequest request, UserAgent userAgent, List<Session> active) {
        boolean alone = features.hasSingleSessionTermination(tenant.instanceId());
        return endAll(tenant, request, userAgent, alone ? List.of() : active);
    }

    UserAgent endAll(Tenant tenant, LogoutRequest request, UserAgent userAgent, List<Session> active) {
        UserAgent after = userAgent;
        for (String sessionId : idsOf(request, active)) {
            after = end(tenant, request, sessionId).map(after::afterWrite).orElse(after);
        }
        return after;
    }

    /** @return the consistency token; empty for a session that nobody knows, which is as good as ended */
    Optional<String> end(Tenant tenant, LogoutRequest request, String sessionId) {
        TerminateSessionRequest terminate = TerminateSessionRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setSessionId(sessionId)
                .setReason(request.reason())
                .setTriggerOrigin(tenant.issuer())
                .setCreator("oidc")
                .build();
        Optional<String> token = Asked.find(() -> commands.terminateSession(terminate))
                .map(TerminateSessionResponse::getConsistencyToken);
        token.ifPresent(written -> changes.sessionEnded(tenant.instanceId(), sessionId, written));
        return token;
    }

    private static Set<String> idsOf(LogoutRequest request, List<Session> active) {
        Set<String> ids = new LinkedHashSet<>();
        if (!request.hintedSession().isEmpty()) {
            ids.add(request.hintedSession());
        }
        active.forEach(session -> ids.add(session.getSessionId()));
        return ids;
    }
}
