package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.Changes;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.internal.v1.EndUserSessionsRequest;
import dev.vesper.proto.internal.v1.EndUserSessionsResponse;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc.SessionCommandsBlockingStub;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.TerminateSessionResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends sessions. The relying parties are told by others, later: nobody waits for them here. */
@Singleton
final class SignOut {
    private static final String CREATOR = "oidc";

    private final SessionCommandsBlockingStub commands;
    private final Changes changes;

    SignOut(SessionCommandsBlockingStub commands, Changes changes) {
        this.commands = commands;
        this.changes = changes;
    }

    UserAgent end(Tenant tenant, LogoutRequest request, UserAgent userAgent, Ends ends) {
        UserAgent after = userAgent;
        for (String sessionId : ends.sessions()) {
            after = end(tenant, request, sessionId).map(after::afterWrite).orElse(after);
        }
        for (String userId : ends.usersEverywhere()) {
            after = endEverywhere(tenant, request, userId)
                    .map(after::afterWrite)
                    .orElse(after);
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
                .setCreator(CREATOR)
                .build();
        Optional<String> token = Asked.find(() -> commands.terminateSession(terminate))
                .map(TerminateSessionResponse::getConsistencyToken);
        token.ifPresent(written -> changes.sessionEnded(tenant.instanceId(), sessionId, written));
        return token;
    }

    private Optional<String> endEverywhere(Tenant tenant, LogoutRequest request, String userId) {
        EndUserSessionsRequest end = EndUserSessionsRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setUserId(userId)
                .setReason(request.reason())
                .setCreator(CREATOR)
                .build();
        Optional<String> token =
                Asked.find(() -> commands.endUserSessions(end)).map(EndUserSessionsResponse::getConsistencyToken);
        token.ifPresent(written -> changes.userEnded(tenant.instanceId(), userId, written));
        return token;
    }
}
