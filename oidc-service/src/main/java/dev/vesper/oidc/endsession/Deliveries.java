package dev.vesper.oidc.endsession;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.http.Told;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is known of the apps that are told of a sign-out. */
@Singleton
final class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final SessionQueriesBlockingStub queries;
    private final RelyingParties relyingParties;
    private final Duration interval;

    Deliveries(SessionQueriesBlockingStub queries, RelyingParties relyingParties, Configuration configuration) {
        this.queries = queries;
        this.relyingParties = relyingParties;
        this.interval = configuration.oidc().endSession().statusInterval();
    }

    List<SignedOut.App> apps(Tenant tenant, LogoutStatus status) {
        return states(tenant, status).entrySet().stream()
                .map(app -> new SignedOut.App(app.getKey(), name(tenant, app.getKey()), app.getValue()))
                .toList();
    }

    /** By client id; looks again and again until nothing more will become of any. */
    Multi<Map<String, Told>> follow(Tenant tenant, LogoutStatus status) {
        return Multi.createBy()
                .repeating()
                .supplier(() -> states(tenant, status))
                .withDelay(interval)
                .whilst(states -> !areFinal(states));
    }

    /** Returns when nothing more will become of any, or when that took too long. */
    void await(Tenant tenant, LogoutStatus status, Duration atMost) {
        if (atMost.isZero() || status.clients().isEmpty()) {
            return;
        }
        try {
            follow(tenant, status).collect().last().await().atMost(atMost);
        } catch (TimeoutException stillUnderWay) {
            LOG.debugf("a sign-out goes on while apps are still being told: %s", status.clients());
        }
    }

    private Map<String, Told> states(Tenant tenant, LogoutStatus status) {
        Map<String, Told> states = new LinkedHashMap<>();
        status.clients().forEach(client -> states.put(client, Told.PENDING));
        status.inBrowser().forEach(client -> states.put(client, Told.IN_BROWSER));
        if (!status.clients().isEmpty()) {
            status.sessions()
                    .forEach(session -> logouts(tenant, session)
                            .forEach(logout -> states.replace(logout.getClientId(), Told.ofState(logout.getState()))));
        }
        return states;
    }

    /** Where nobody answers, what is known stays as it is: the person is signed out either way. */
    private List<SessionLogout> logouts(Tenant tenant, String sessionId) {
        ListSessionLogoutsQuery query = ListSessionLogoutsQuery.newBuilder()
                .setContext(tenant.context())
                .setSessionId(sessionId)
                .build();
        try {
            return queries.listSessionLogouts(query).getLogoutsList();
        } catch (StatusRuntimeException unknown) {
            LOG.debugf("what became of the logouts of session %s is not known: %s", sessionId, unknown.getStatus());
            return List.of();
        }
    }

    private String name(Tenant tenant, String clientId) {
        return relyingParties
                .findActive(tenant.instanceId(), clientId)
                .map(App::getName)
                .filter(name -> !name.isEmpty())
                .orElse(clientId);
    }

    private static boolean areFinal(Map<String, Told> states) {
        return states.values().stream().allMatch(Told::isFinal);
    }
}
