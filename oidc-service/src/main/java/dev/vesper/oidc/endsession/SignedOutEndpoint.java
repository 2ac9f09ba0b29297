package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The page after a sign-out once more, for browsers that do not look by themselves. */
@Path("/oidc/v1/end_session/done")
@RunOnVirtualThread
public final class SignedOutEndpoint {
    private final Tenants tenants;
    private final LogoutStatuses statuses;
    private final SignedOutPages pages;

    SignedOutEndpoint(Tenants tenants, LogoutStatuses statuses, SignedOutPages pages) {
        this.tenants = tenants;
        this.statuses = statuses;
        this.pages = pages;
    }

    @GET
    public Response show(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        String status = Parameters.parse(request.query()).text("of");
        return pages.showAgain(tenant, statuses.open(tenant, status)).build();
    }
}
