package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.Changes;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.internal.v1.EndUserSessionsRequest;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc.SessionCommandsBlockingStub;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Ends sessions. The relying parties are told by others, later: nobody waits for them here. */
@Singleton
public final class SignOut {
    private static final String CREATOR = "oidc";

    private final SessionCommandsBlockingStub commands;
    private final Changes changes;

    SignOut(SessionCommandsBlockingStub commands, Changes changes) {
        this.commands = commands;
        this.changes = changes;
    }

    /** @param reason one of those of {@code session.terminated} */
    public Ended end(Tenant tenant, String reason, Optional<UserAgent> userAgent, Ends ends) {
        Ended ended = Ended.nothing(userAgent);
        for (String sessionId : ends.sessions()) {
            ended = end(tenant, reason, sessionId, ended);
        }
        for (String userId : ends.usersEverywhere()) {
            ended = endEverywhere(tenant, reason, userId, ended);
        }
        return ended;
    }

    /** A session that nobody knows is as good as ended. */
    private Ended end(Tenant tenant, String reason, String sessionId, Ended before) {
        TerminateSessionRequest terminate = TerminateSessionRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setSessionId(sessionId)
                .setReason(reason)
                .setTriggerOrigin(tenant.issuer())
                .setCreator(CREATOR)
                .build();
        return Asked.find(() -> commands.terminateSession(terminate))
                .map(answer -> {
                    changes.sessionEnded(tenant.instanceId(), sessionId, answer.getConsistencyToken());
                    return before.and(
                            answer.getConsistencyToken(), List.of(new EndedSession(sessionId, answer.getAppsList())));
                })
                .orElse(before);
    }

    private Ended endEverywhere(Tenant tenant, String reason, String userId, Ended before) {
        EndUserSessionsRequest end = EndUserSessionsRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setUserId(userId)
                .setReason(reason)
                .setCreator(CREATOR)
                .build();
        return Asked.find(() -> commands.endUserSessions(end))
                .map(answer -> {
                    changes.userEnded(tenant.instanceId(), userId, answer.getConsistencyToken());
                    return before.and(answer.getConsistencyToken(), List.of());
                })
                .orElse(before);
    }
}
