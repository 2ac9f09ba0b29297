package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.project.ClientScope;
import jakarta.inject.Singleton;

/** Authenticates clients where no token is issued: introspection, revocation. */
@Singleton
public final class Clients {
    private final Aggregates aggregates;

    Clients(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** @throws OAuthRefusal {@code invalid_client} */
    public ClientScope authenticate(String instanceId, ClientCredential credential) {
        return ClientAuthentication.authenticate(aggregates, instanceId, credential);
    }
}
