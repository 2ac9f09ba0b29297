package dev.vesper.oidc.useragent;

import static java.util.Comparator.comparing;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.clients.ProtoTimes;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Who is signed in in a browser. */
@Singleton
public final class BrowserSessions {
    private static final Logger LOG = Logger.getLogger(BrowserSessions.class);

    private final SessionQueriesBlockingStub queries;
    private final int most;
    private final int mostOfPerson;

    BrowserSessions(SessionQueriesBlockingStub queries, Configuration configuration) {
        this.queries = queries;
        this.most = configuration.oidc().maxSessionsPerUserAgent();
        this.mostOfPerson = configuration.oidc().maxSessionsPerPerson();
    }

    /** The active sessions, the latest sign-in first. */
    public List<Session> findActive(Tenant tenant, UserAgent userAgent) {
        return latestFirst(search(
                tenant,
                userAgent,
                SearchSessionsRequest.newBuilder()
                        .setUserAgentId(userAgent.id())
                        .setPageSize(most)));
    }

    /** Those of one person in all browsers. */
    public List<Session> findActiveOf(Tenant tenant, UserAgent userAgent, String userId) {
        return latestFirst(search(
                tenant,
                userAgent,
                SearchSessionsRequest.newBuilder().setUserId(userId).setPageSize(mostOfPerson)));
    }

    private static List<Session> latestFirst(List<Session> sessions) {
        return sessions.stream()
                .filter(session -> session.getFactors().hasPasswordVerifiedAt())
                .sorted(comparing(BrowserSessions::signedInAt).reversed())
                .toList();
    }

    public static Instant signedInAt(Session session) {
        return ProtoTimes.instant(session.getFactors().getPasswordVerifiedAt());
    }

    /** A view that stays behind costs a second login at most: what has ended is refused when a code is issued. */
    private List<Session> search(Tenant tenant, UserAgent userAgent, SearchSessionsRequest.Builder request) {
        try {
            return search(tenant, userAgent.seen(), request);
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() != Status.Code.ABORTED) {
                throw failure;
            }
            LOG.warnf("the sessions of a browser are taken as the view has them: %s", failure.getStatus());
            return search(tenant, ConsistencyToken.NONE, request);
        }
    }

    private List<Session> search(Tenant tenant, ConsistencyToken seen, SearchSessionsRequest.Builder request) {
        SearchSessionsQuery query = SearchSessionsQuery.newBuilder()
                .setContext(QueryContext.newBuilder()
                        .setInstanceId(tenant.instanceId())
                        .setConsistencyToken(seen.encode()))
                .setRequest(request.setActive(true))
                .build();
        return queries.searchSessions(query).getSessionsList();
    }
}
