package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import java.util.Optional;

/**
 * The {@code iss} of a logout token: the origin at which the session was ended; where no browser ended it, the issuer of the
 * app's own ID token; else the instance's first domain.
 */
public final class Issuers {
    private final EventLog log;
    private final InternalClients clients;

    public Issuers(EventLog log, InternalClients clients) {
        this.log = log;
        this.clients = clients;
    }

    String of(String instanceId, Logout logout) {
        if (logout.origin() != null && !logout.origin().isEmpty()) {
            return logout.origin();
        }
        return ofIdToken(instanceId, logout).orElseGet(() -> ofInstance(instanceId));
    }

    private Optional<String> ofIdToken(String instanceId, Logout logout) {
        if (logout.oidcSessionId() == null) {
            return Optional.empty();
        }
        return log.readAggregate(instanceId, "oidc_session", logout.oidcSessionId()).stream()
                .map(Events::decode)
                .filter(OidcSessionEvent.Added.class::isInstance)
                .map(event -> ((OidcSessionEvent.Added) event).issuer())
                .findFirst();
    }

    private String ofInstance(String instanceId) {
        var query = GetInstanceQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .build();
        return "https://" + clients.instances().getInstance(query).getDomains(0);
    }
}
