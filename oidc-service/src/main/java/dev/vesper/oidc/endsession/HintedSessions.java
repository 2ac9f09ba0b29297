package dev.vesper.oidc.endsession;

import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks where the session of a hint is. */
@Singleton
final class HintedSessions {
    private final SessionQueriesBlockingStub queries;

    HintedSessions(SessionQueriesBlockingStub queries) {
        this.queries = queries;
    }

    HintedSession find(Tenant tenant, LogoutRequest request, UserAgent userAgent) {
        return request.hintedSession().isEmpty()
                ? HintedSession.NO_HINT
                : load(tenant, request, userAgent)
                        .map(session -> where(session, userAgent))
                        .orElse(HintedSession.NOT_SEEN_YET);
    }

    private static HintedSession where(Session session, UserAgent userAgent) {
        if (!session.getActive()) {
            return HintedSession.ENDED;
        }
        boolean here = session.getUserAgent().getId().equals(userAgent.id());
        return here ? HintedSession.HERE : HintedSession.ELSEWHERE;
    }

    private Optional<Session> load(Tenant tenant, LogoutRequest request, UserAgent userAgent) {
        GetSessionQuery query = GetSessionQuery.newBuilder()
                .setContext(QueryContext.newBuilder()
                        .setInstanceId(tenant.instanceId())
                        .setConsistencyToken(userAgent.seen().encode()))
                .setSessionId(request.hintedSession())
                .build();
        try {
            return Asked.find(() -> queries.getSession(query));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.ABORTED) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
