package dev.vesper.oidc.login;

import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.useragent.FormTokens;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.oidc.useragent.UserAgentCookies;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub;
import dev.vesper.proto.internal.v1.GetAuthRequestRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Finds the stored request of a login page, and makes sure that it belongs to this browser. */
@Singleton
final class LoginAttempts {
    private final Tenants tenants;
    private final UserAgentCookies cookies;
    private final FormTokens formTokens;
    private final AuthRequestCommandsBlockingStub commands;

    LoginAttempts(
            Tenants tenants,
            UserAgentCookies cookies,
            FormTokens formTokens,
            AuthRequestCommandsBlockingStub commands) {
        this.tenants = tenants;
        this.cookies = cookies;
        this.formTokens = formTokens;
        this.commands = commands;
    }

    /** @throws PageProblem when the browser is another one, or the request is finished or too old */
    LoginAttempt open(HttpServerRequest request, Parameters parameters) {
        Tenant tenant = tenants.of(request);
        UserAgent userAgent =
                cookies.find(request, tenant).orElseThrow(() -> new PageProblem(403, Complaint.OTHER_BROWSER));
        AuthRequest stored = load(tenant, parameters.text("authRequest"));
        if (!stored.getUserAgentId().equals(userAgent.id())) {
            // Else somebody could send a person a link that ends in the sender's sign-in (login CSRF).
            throw new PageProblem(403, Complaint.OTHER_BROWSER);
        }
        return new LoginAttempt(tenant, userAgent, stored);
    }

    /** The same for a posted form, which carries its token. */
    LoginAttempt openForm(HttpServerRequest request, Parameters form, String purpose) {
        LoginAttempt attempt = open(request, form);
        formTokens.check(attempt.userAgent(), purpose, attempt.requestId(), form.text("csrf"));
        return attempt;
    }

    private AuthRequest load(Tenant tenant, String id) {
        GetAuthRequestRequest request = GetAuthRequestRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setId(id)
                .build();
        return Asked.find(() -> commands.getAuthRequest(request))
                .orElseThrow(() -> new PageProblem(400, Complaint.SIGN_IN_EXPIRED));
    }
}
