package dev.vesper.oidc.useragent;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import dev.vesper.oidc.origin.Tenant;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * A POST from another site comes without our Lax cookie. Its parameters are sealed into a redirect to the same address,
 * which the browser follows with the cookie; they are not put there in clear, for addresses end up in logs.
 */
@Singleton
public final class SameSite {
    private static final String PARAMETER = "request_state";
    private static final int LONGEST_FORM = 6_000;

    private final UserAgentCookies cookies;
    private final SealedText sealed;

    SameSite(UserAgentCookies cookies, SealedText sealed) {
        this.cookies = cookies;
        this.sealed = sealed;
    }

    /** @return the redirect that a POST without the cookie is answered with; empty when it has one */
    public Optional<Response> redirect(HttpServerRequest request, Tenant tenant, String form) {
        if (cookies.find(request, tenant).isPresent()) {
            return Optional.empty();
        }
        if (form.length() > LONGEST_FORM) {
            throw new PageProblem(413, Complaint.BROKEN_REQUEST);
        }
        String parameters = sealed.seal(context(tenant, request), form);
        return Optional.of(Pages.seeOther(Urls.withParameters(request.path(), Map.of(PARAMETER, parameters)))
                .build());
    }

    /** The parameters of a GET: those of the address, or those of the POST before it. */
    public Parameters parameters(HttpServerRequest request, Tenant tenant) {
        Parameters query = Parameters.parse(request.query());
        Optional<String> state = query.find(PARAMETER);
        return state.isEmpty()
                ? query
                : Parameters.parse(sealed.open(context(tenant, request), state.get())
                        .orElseThrow(() -> new PageProblem(400, Complaint.FORM_EXPIRED)));
    }

    private static String context(Tenant tenant, HttpServerRequest request) {
        return "post\n" + tenant.issuer() + "\n" + request.path();
    }
}
