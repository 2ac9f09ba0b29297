package dev.vesper.oidc.origin;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.cache.Instances;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** Finds the instance and the issuer of a request by the host that the browser sees. */
@Singleton
public final class Tenants {
    private final Instances instances;
    private final TrustedProxies proxies;
    private final List<PublicOrigin> externalOrigins;

    Tenants(Instances instances, Configuration configuration) {
        this.instances = instances;
        this.proxies = new TrustedProxies(configuration.oidc().trustedProxies().orElse(List.of()));
        this.externalOrigins = configuration.oidc().externalUrls().orElse(List.of()).stream()
                .map(URI::toString)
                .map(PublicOrigin::parse)
                .toList();
    }

    /** @throws PageProblem 404 when no instance has the host */
    public Tenant of(HttpServerRequest request) {
        SeenRequest seen = proxies.see(request);
        PublicOrigin origin = externalOrigins.stream()
                .filter(external -> external.isAt(seen.authority()))
                .findFirst()
                .orElseGet(() -> PublicOrigin.of(seen.scheme(), seen.authority()));
        return instances
                .findIdByHost(origin.host())
                .map(instanceId -> new Tenant(instanceId, origin.toString(), seen.clientAddress()))
                .orElseThrow(() -> new PageProblem(404, Complaint.UNKNOWN_HOST));
    }
}
