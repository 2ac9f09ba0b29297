package dev.vesper.oidc.sessionmanagement;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /oidc/v1/check_session}: the OP iframe (OpenID Connect Session Management 1.0, section 3.2). */
@Path("/oidc/v1/check_session")
@RunOnVirtualThread
public final class CheckSessionEndpoint {
    private final BrowserStates states;

    CheckSessionEndpoint(BrowserStates states) {
        this.states = states;
    }

    /** Unlike every other page it may stand in any frame: that is all that it is for, and it shows nothing. */
    @GET
    public Response frame() {
        if (!states.areKept()) {
            throw new PageProblem(404, Complaint.ADDRESS_NOT_FOUND);
        }
        return Response.ok(new CheckSession().render(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", "default-src 'none'; script-src 'self'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "max-age=300")
                .build();
    }
}
