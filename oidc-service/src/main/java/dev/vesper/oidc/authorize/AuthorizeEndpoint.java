package dev.vesper.oidc.authorize;

import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.sessionmanagement.BrowserState;
import dev.vesper.oidc.sessionmanagement.BrowserStates;
import dev.vesper.oidc.useragent.SameSite;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.oidc.useragent.UserAgentCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /oauth/v2/authorize}, by GET and POST (OpenID Connect Core 1.0, section 3.1.2.1). */
@Path("/oauth/v2/authorize")
@RunOnVirtualThread
public final class AuthorizeEndpoint {
    private final Tenants tenants;
    private final SameSite sameSite;
    private final RelyingParties relyingParties;
    private final UserAgentCookies cookies;
    private final SingleSignOn singleSignOn;
    private final BrowserStates browserStates;

    AuthorizeEndpoint(
            Tenants tenants,
            SameSite sameSite,
            RelyingParties relyingParties,
            UserAgentCookies cookies,
            SingleSignOn singleSignOn,
            BrowserStates browserStates) {
        this.tenants = tenants;
        this.sameSite = sameSite;
        this.relyingParties = relyingParties;
        this.cookies = cookies;
        this.singleSignOn = singleSignOn;
        this.browserStates = browserStates;
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        return authorize(request, tenant, sameSite.parameters(request, tenant));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServerRequest request, String form) {
        Tenant tenant = tenants.of(request);
        return sameSite.redirect(request, tenant, form)
                .orElseGet(() -> authorize(request, tenant, Parameters.parse(form)));
    }

    private Response authorize(HttpServerRequest request, Tenant tenant, Parameters parameters) {
        Draft draft = new Draft(
                tenant, parameters, relyingParties.findActive(tenant.instanceId(), parameters.text("client_id")));
        Optional<Refusal> refusal = Checks.firstRefusal(draft);
        return refusal.isPresent() ? refuse(draft, refusal.get()) : answer(request, draft);
    }

    private static Response refuse(Draft draft, Refusal refusal) {
        return switch (refusal) {
            case Refusal.ToPerson(var complaint) -> throw new PageProblem(400, complaint);
            case Refusal.ToClient(String error, String description) ->
                ReturnAddress.of(draft).error(error, description).build();
        };
    }

    private Response answer(HttpServerRequest request, Draft draft) {
        UserAgent userAgent = cookies.findOrBegin(request, draft.tenant());
        Optional<BrowserState> state = browserStates.current(request, draft.tenant());
        Optional<String> sessionState = state.flatMap(known -> known.sessionState(
                draft.client().getClientId(), draft.parameters().text("redirect_uri")));
        Response.ResponseBuilder response = singleSignOn
                .answer(draft.tenant(), userAgent, draft.parameters(), AuthRequests.of(draft, userAgent), sessionState)
                .header("Set-Cookie", cookies.write(draft.tenant(), userAgent));
        state.ifPresent(known -> response.header("Set-Cookie", known.cookie()));
        return response.build();
    }
}
