package dev.vesper.oidc.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts of any origin call what relying parties in a browser need (Fetch Standard, section 3.3). No cookie counts
 * there, so that nobody gains anything by calling from a foreign page.
 */
final class CrossOrigin {
    private static final Set<String> OPEN = Set.of(
            "/.well-known/openid-configuration",
            "/oauth/v2/keys",
            "/oauth/v2/token",
            "/oauth/v2/revoke",
            "/oidc/v1/userinfo");

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response preflight(ContainerRequestContext request) {
        boolean asksFirst = request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString("Access-Control-Request-Method") != null
                && OPEN.contains(request.getUriInfo().getPath());
        return asksFirst
                ? Response.noContent()
                        .header("Access-Control-Allow-Methods", "GET, POST")
                        .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                        .header("Access-Control-Max-Age", "86400")
                        .build()
                : null;
    }

    @ServerResponseFilter
    public void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (OPEN.contains(request.getUriInfo().getPath())) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
        }
    }
}
