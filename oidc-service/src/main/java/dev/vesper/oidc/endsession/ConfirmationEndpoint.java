package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.oidc.useragent.UserAgentCookies;
import dev.vesper.proto.admin.v1.Session;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The answer to the question whether to sign out. */
@Path("/oidc/v1/end_session/confirm")
@RunOnVirtualThread
public final class ConfirmationEndpoint {
    private final Tenants tenants;
    private final UserAgentCookies cookies;
    private final BrowserSessions browserSessions;
    private final LogoutPages pages;
    private final SignOut signOut;
    private final SignedOutPages signedOut;

    ConfirmationEndpoint(
            Tenants tenants,
            UserAgentCookies cookies,
            BrowserSessions browserSessions,
            LogoutPages pages,
            SignOut signOut,
            SignedOutPages signedOut) {
        this.tenants = tenants;
        this.cookies = cookies;
        this.browserSessions = browserSessions;
        this.pages = pages;
        this.signOut = signOut;
        this.signedOut = signedOut;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@Context HttpServerRequest request, String body) {
        Tenant tenant = tenants.of(request);
        Parameters form = Parameters.parse(body);
        UserAgent userAgent =
                cookies.find(request, tenant).orElseThrow(() -> new PageProblem(403, Complaint.FORM_EXPIRED));
        List<Session> active = browserSessions.findActive(tenant, userAgent);
        Confirmed confirmed = pages.confirmed(tenant, userAgent, active, form);
        if (!form.text("confirm").equals("yes")) {
            return pages.stillSignedIn(confirmed.request()).build();
        }
        Ended ended = signOut.end(tenant, confirmed.request().reason(), Optional.of(userAgent), confirmed.ends());
        return signedOut.show(tenant, confirmed.request(), ended).build();
    }
}
