package dev.vesper.oidc.discovery;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.vesper.oidc.cache.Features;
import dev.vesper.oidc.keys.SigningKeys;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.sessionmanagement.BrowserStates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0, section 4). */
@Path("/.well-known/openid-configuration")
@RunOnVirtualThread
public final class DiscoveryEndpoint {
    private final Tenants tenants;
    private final SigningKeys keys;
    private final Features features;
    private final BrowserStates browserStates;

    DiscoveryEndpoint(Tenants tenants, SigningKeys keys, Features features, BrowserStates browserStates) {
        this.tenants = tenants;
        this.keys = keys;
        this.features = features;
        this.browserStates = browserStates;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response discover(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        List<String> algorithms = keys.all(tenant.instanceId()).stream()
                .filter(SigningKeys.Key::active)
                .map(key -> key.algorithm().getName())
                .distinct()
                .toList();
        boolean backChannelLogout = features.hasBackChannelLogout(tenant.instanceId());
        return Response.ok(JSONObjectUtils.toJSONString(
                        ProviderMetadata.of(tenant.issuer(), algorithms, backChannelLogout, browserStates.areKept())))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
