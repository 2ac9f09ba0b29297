package dev.vesper.oidc.mysessions;

import dev.vesper.oidc.endsession.Ended;
import dev.vesper.oidc.endsession.Ends;
import dev.vesper.oidc.endsession.SignOut;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.FormTokens;
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
import java.util.List;
import java.util.Optional;

/** {@code /account/sessions}: where a person is signed in, and the end of one of it or of all. */
@Path("/account/sessions")
@RunOnVirtualThread
public final class MySessionsEndpoint {
    private static final String BY_THE_PERSON = "user";

    private final Tenants tenants;
    private final UserAgentCookies cookies;
    private final BrowserSessions sessions;
    private final FormTokens formTokens;
    private final MySessionsPages pages;
    private final SignOut signOut;

    MySessionsEndpoint(
            Tenants tenants,
            UserAgentCookies cookies,
            BrowserSessions sessions,
            FormTokens formTokens,
            MySessionsPages pages,
            SignOut signOut) {
        this.tenants = tenants;
        this.cookies = cookies;
        this.sessions = sessions;
        this.formTokens = formTokens;
        this.pages = pages;
        this.signOut = signOut;
    }

    @GET
    public Response show(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        MySessions page = cookies.find(request, tenant)
                .map(userAgent -> pages.of(tenant, userAgent))
                .orElseGet(() -> new MySessions(List.of()));
        return Pages.show(200, page).build();
    }

    @POST
    @Path("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@Context HttpServerRequest request, String body) {
        Tenant tenant = tenants.of(request);
        Parameters form = Parameters.parse(body);
        UserAgent userAgent = cookies.find(request, tenant).orElseThrow(MySessionsEndpoint::expired);
        String person = form.text("person");
        formTokens.check(userAgent, MySessionsPages.PURPOSE, person, form.text("csrf"));
        boolean isHere = sessions.findActive(tenant, userAgent).stream()
                .anyMatch(session -> session.getUserId().equals(person));
        if (!isHere) {
            throw expired(); // Who has signed out since may not end the sessions that they left open elsewhere.
        }
        Ends ends = form.find("session")
                .map(session -> one(tenant, userAgent, person, session))
                .orElseGet(() -> Ends.everywhere(person));
        Ended ended = signOut.end(tenant, BY_THE_PERSON, Optional.of(userAgent), ends);
        return Pages.seeOther("/account/sessions")
                .header("Set-Cookie", cookies.write(tenant, ended.userAgent().orElse(userAgent)))
                .build();
    }

    /** One that has ended meanwhile is not theirs to end, and need not be. */
    private Ends one(Tenant tenant, UserAgent userAgent, String person, String sessionId) {
        return sessions.findActiveOf(tenant, userAgent, person).stream()
                .filter(session -> session.getSessionId().equals(sessionId))
                .findFirst()
                .map(session -> Ends.one(sessionId))
                .orElseThrow(MySessionsEndpoint::expired);
    }

    private static PageProblem expired() {
        return new PageProblem(403, Complaint.FORM_EXPIRED);
    }
}
