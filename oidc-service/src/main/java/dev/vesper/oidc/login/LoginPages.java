package dev.vesper.oidc.login;

import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.http.Languages;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.FormTokens;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.Session;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The pages of a login, each form with its token. */
@Singleton
final class LoginPages {
    static final String NAME = "login-name";
    static final String PASSWORD = "password";
    static final String ACCOUNT = "account";

    private final FormTokens formTokens;
    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final RelyingParties relyingParties;

    LoginPages(FormTokens formTokens, Accounts accounts, BrowserSessions sessions, RelyingParties relyingParties) {
        this.formTokens = formTokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.relyingParties = relyingParties;
    }

    Response.ResponseBuilder askName(LoginAttempt attempt, String loginName) {
        return show(attempt, new LoginNameForm(token(attempt, NAME), attempt.requestId(), appName(attempt), loginName));
    }

    Response.ResponseBuilder askPassword(LoginAttempt attempt, String loginName, Notice notice) {
        return show(
                attempt,
                new PasswordForm(token(attempt, PASSWORD), attempt.requestId(), appName(attempt), loginName, notice));
    }

    Response.ResponseBuilder pickAccount(LoginAttempt attempt, List<Session> active) {
        List<AccountPicker.Account> entries = active.stream()
                .map(session -> accounts.find(attempt.tenant(), session))
                .flatMap(Optional::stream)
                .toList();
        return show(attempt, new AccountPicker(token(attempt, ACCOUNT), attempt.requestId(), entries));
    }

    List<Session> activeSessions(LoginAttempt attempt) {
        return sessions.findActive(attempt.tenant(), attempt.userAgent());
    }

    Optional<AccountPicker.Account> account(LoginAttempt attempt, Session session) {
        return accounts.find(attempt.tenant(), session);
    }

    /** @return empty for an app that is gone since: its request will be refused when the code is issued */
    private String appName(LoginAttempt attempt) {
        return relyingParties
                .findActive(attempt.tenant().instanceId(), attempt.request().getClientId())
                .map(App::getName)
                .orElse("");
    }

    private static Response.ResponseBuilder show(LoginAttempt attempt, TemplateInstance page) {
        Response.ResponseBuilder response = Pages.show(200, page);
        Languages.find(attempt.request().getUiLocalesList()).ifPresent(response::language);
        return response;
    }

    private String token(LoginAttempt attempt, String purpose) {
        return formTokens.issue(attempt.userAgent(), purpose, attempt.requestId());
    }
}
