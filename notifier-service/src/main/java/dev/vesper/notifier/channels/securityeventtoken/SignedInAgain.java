package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.notifier.log.InternalClients;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import io.grpc.StatusRuntimeException;
import org.jboss.logging.Logger;

/** Whether a person whose session ended has another one at the same app. */
public final class SignedInAgain {
    private static final Logger LOG = Logger.getLogger(SignedInAgain.class);
    /** The old one may still stand in a view that is behind. */
    private static final int ENOUGH = 2;

    private final InternalClients clients;

    public SignedInAgain(InternalClients clients) {
        this.clients = clients;
    }

    /** Where nobody can be asked it is taken to be so: the session's own id does in any case. */
    boolean holds(String instanceId, Logout logout) {
        SearchSessionsQuery query = SearchSessionsQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .setRequest(SearchSessionsRequest.newBuilder()
                        .setUserId(logout.userId())
                        .setClientId(logout.clientId())
                        .setActive(true)
                        .setPageSize(ENOUGH))
                .build();
        try {
            return clients.sessions().searchSessions(query).getSessionsList().stream()
                    .anyMatch(session -> !session.getSessionId().equals(logout.sessionId()));
        } catch (StatusRuntimeException unknown) {
            LOG.debugf(
                    "whether user %s is signed in at client %s again is not known (%s); the token names the session alone",
                    logout.userId(), logout.clientId(), unknown.getStatus());
            return true;
        }
    }
}
