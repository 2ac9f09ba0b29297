package dev.vesper.oidc.cache;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.cache.TrustedCache.Known;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.AppState;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc.ProjectQueriesBlockingStub;
import dev.vesper.proto.internal.v1.QueryContext;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The registered clients. */
@Singleton
public final class RelyingParties {
    private final ProjectQueriesBlockingStub queries;
    private final TrustedCache<Client> clients;

    RelyingParties(
            ProjectQueriesBlockingStub queries,
            Configuration configuration,
            Trust trust,
            Changes changes,
            MeterRegistry metrics) {
        this.queries = queries;
        Configuration.Cache limits = configuration.oidc().cache();
        this.clients = new TrustedCache<>("clients", limits.clients(), limits.lifetime(), trust, changes, metrics);
    }

    /** @return empty for an unknown, removed or inactive client */
    public Optional<App> findActive(String instanceId, String clientId) {
        String key = instanceId + "/" + clientId;
        return clients.find(key)
                .or(() -> ask(instanceId, clientId, key))
                .filter(client -> !client.getRemoved() && client.getApp().getState() == AppState.APP_STATE_ACTIVE)
                .map(Client::getApp);
    }

    private Optional<Client> ask(String instanceId, String clientId, String key) {
        OptionalLong epoch = clients.epoch();
        GetClientQuery query = GetClientQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .setClientId(clientId)
                .build();
        Optional<Client> client = Asked.find(() -> queries.getClient(query));
        client.ifPresent(found -> clients.keep(key, found, known(instanceId, found), epoch));
        return client;
    }

    private static Known known(String instance, Client client) {
        App app = client.getApp();
        return new Known(
                client.getPosition(),
                List.of(Subjects.app(instance, app.getAppId()), Subjects.project(instance, app.getProjectId())));
    }
}
