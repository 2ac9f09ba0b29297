package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.log.Remembered;
import dev.vesper.proto.admin.v1.LogoutSettings;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Apps as they are registered now, or as they were last when they are gone or nobody can be asked. */
public final class Apps {
    private static final Logger LOG = Logger.getLogger(Apps.class);

    private final Remembered<Key, Client> clients;

    public Apps(InternalClients services, Clock clock, Duration rememberFor) {
        this.clients = new Remembered<>(clock, rememberFor, key -> ask(services, key));
    }

    App find(String instanceId, Logout logout) {
        try {
            return app(clients.get(new Key(instanceId, logout.clientId())), logout);
        } catch (StatusRuntimeException unavailable) {
            LOG.debugf(
                    "client %s cannot be asked for (%s); its URI at sign-in is used",
                    logout.clientId(), unavailable.getStatus());
            return new App(logout.uri(), "", LogoutSettings.getDefaultInstance());
        }
    }

    private static App app(Client client, Logout logout) {
        var oidc = client.getApp().getOidc();
        String uri = oidc.getBackChannelLogoutUri();
        boolean useLast = client.getRemoved() && uri.isEmpty();
        return new App(
                useLast ? logout.uri() : uri,
                oidc.getIdTokenSignedResponseAlg(),
                client.getApp().getLogout());
    }

    private static Client ask(InternalClients services, Key key) {
        return services.projects()
                .getClient(GetClientQuery.newBuilder()
                        .setContext(QueryContext.newBuilder().setInstanceId(key.instanceId()))
                        .setClientId(key.clientId())
                        .build());
    }

    private record Key(String instanceId, String clientId) {}
}
