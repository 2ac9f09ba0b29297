package dev.vesper.oidc.endsession;

import static java.util.stream.Collectors.joining;

import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.login.AccountPicker.Account;
import dev.vesper.oidc.login.Accounts;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.FormTokens;
import dev.vesper.oidc.useragent.SealedText;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The pages of a logout. */
@Singleton
final class LogoutPages {
    private static final String PURPOSE = "logout";

    private final FormTokens formTokens;
    private final SealedText sealed;
    private final Accounts accounts;

    LogoutPages(FormTokens formTokens, SealedText sealed, Accounts accounts) {
        this.formTokens = formTokens;
        this.sealed = sealed;
        this.accounts = accounts;
    }

    /** Back to the client where it has a registered URI for that, else a page that says so. */
    Response.ResponseBuilder done(LogoutRequest request) {
        return request.redirectUri().isEmpty() ? Pages.show(200, new SignedOut()) : Pages.seeOther(request.location());
    }

    Response.ResponseBuilder confirm(Tenant tenant, LogoutRequest request, UserAgent userAgent, List<Session> active) {
        List<Account> people = active.stream()
                .map(session -> accounts.find(tenant, session))
                .flatMap(Optional::stream)
                .toList();
        String csrf = formTokens.issue(userAgent, PURPOSE, subject(active));
        String state = sealed.seal(context(userAgent), request.encode());
        return Pages.show(200, new Logout(csrf, state, people));
    }

    /** @throws dev.vesper.oidc.http.PageProblem when the form is not about what is signed in now */
    Optional<LogoutRequest> confirmed(UserAgent userAgent, List<Session> active, String csrf, String state) {
        formTokens.check(userAgent, PURPOSE, subject(active), csrf);
        return sealed.open(context(userAgent), state).map(LogoutRequest::decode);
    }

    Response.ResponseBuilder stillSignedIn() {
        return Pages.show(200, new StillSignedIn());
    }

    /** A confirmation is for the sessions that it was asked about, so that it works once and for nothing else. */
    private static String subject(List<Session> active) {
        return active.stream().map(Session::getSessionId).sorted().collect(joining(" "));
    }

    private static String context(UserAgent userAgent) {
        return "logout\n" + userAgent.id();
    }
}
