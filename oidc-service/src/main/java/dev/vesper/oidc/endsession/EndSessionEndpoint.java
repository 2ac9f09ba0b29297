package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.tokens.IdTokenHint;
import dev.vesper.oidc.tokens.IdTokenHints;
import dev.vesper.oidc.useragent.SameSite;
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

/** {@code /oidc/v1/end_session}, by GET and POST (OpenID Connect RP-Initiated Logout 1.0, section 2). */
@Path("/oidc/v1/end_session")
@RunOnVirtualThread
public final class EndSessionEndpoint {
    private final Tenants tenants;
    private final SameSite sameSite;
    private final UserAgentCookies cookies;
    private final IdTokenHints hints;
    private final RelyingParties relyingParties;
    private final EndSession endSession;

    EndSessionEndpoint(
            Tenants tenants,
            SameSite sameSite,
            UserAgentCookies cookies,
            IdTokenHints hints,
            RelyingParties relyingParties,
            EndSession endSession) {
        this.tenants = tenants;
        this.sameSite = sameSite;
        this.cookies = cookies;
        this.hints = hints;
        this.relyingParties = relyingParties;
        this.endSession = endSession;
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        return end(request, tenant, sameSite.parameters(request, tenant));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServerRequest request, String form) {
        Tenant tenant = tenants.of(request);
        return sameSite.redirect(request, tenant, form).orElseGet(() -> end(request, tenant, Parameters.parse(form)));
    }

    private Response end(HttpServerRequest request, Tenant tenant, Parameters parameters) {
        LogoutDraft draft = draft(tenant, parameters);
        Optional<Complaint> complaint = LogoutChecks.firstComplaint(draft);
        if (complaint.isPresent()) {
            throw new PageProblem(400, complaint.get());
        }
        Response.ResponseBuilder answer = endSession.answer(tenant, draft.checked(), cookies.find(request, tenant));
        if (cookies.isStale(request, tenant)) {
            answer.header("Set-Cookie", cookies.clear(tenant));
        }
        return answer.build();
    }

    private LogoutDraft draft(Tenant tenant, Parameters parameters) {
        Optional<IdTokenHint> hint = parameters.find("id_token_hint").flatMap(token -> hints.read(tenant, token));
        String clientId = hint.map(IdTokenHint::clientId).orElseGet(() -> parameters.text("client_id"));
        return new LogoutDraft(
                tenant,
                parameters,
                hint,
                clientId.isEmpty() ? Optional.empty() : relyingParties.findActive(tenant.instanceId(), clientId));
    }
}
