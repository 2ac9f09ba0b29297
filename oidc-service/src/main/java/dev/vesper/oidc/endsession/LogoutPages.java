package dev.vesper.oidc.endsession;

import static java.util.stream.Collectors.joining;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.Languages;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.login.AccountPicker.Account;
import dev.vesper.oidc.login.Accounts;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.FormTokens;
import dev.vesper.oidc.useragent.SealedText;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import io.quarkus.qute.TemplateInstance;
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
    private final HintedSessions hintedSessions;
    private final HintedPerson hintedPerson;

    LogoutPages(
            FormTokens formTokens,
            SealedText sealed,
            Accounts accounts,
            HintedSessions hintedSessions,
            HintedPerson hintedPerson) {
        this.formTokens = formTokens;
        this.sealed = sealed;
        this.accounts = accounts;
        this.hintedSessions = hintedSessions;
        this.hintedPerson = hintedPerson;
    }

    /** @param scope what is proposed */
    Response.ResponseBuilder confirm(
            Tenant tenant, LogoutRequest request, UserAgent userAgent, List<Session> active, LogoutScope scope) {
        Optional<Session> hinted = hintedPerson.find(tenant, request, active);
        Optional<Session> meant = hinted.or(() -> active.stream().findFirst());
        Choice proposed =
                Choice.of(hinted.isPresent() && scope == LogoutScope.BROWSER ? LogoutScope.PERSON : scope, meant);
        List<Account> people = people(tenant, hinted.map(List::of).orElse(active));
        String csrf = formTokens.issue(userAgent, PURPOSE, subject(tenant, request, userAgent, active));
        String state = sealed.seal(context(userAgent), proposed.who() + "\n" + request.encode());
        return show(request, new Logout(csrf, state, people, proposed.who(), proposed.onAllDevices()));
    }

    /**
     * @param form as it was posted
     * @throws PageProblem when it is not about what is signed in now
     */
    Confirmed confirmed(Tenant tenant, UserAgent userAgent, List<Session> active, Parameters form) {
        String opened = sealed.open(context(userAgent), form.text("state")).orElseThrow(LogoutPages::expired);
        int end = opened.indexOf('\n');
        LogoutRequest request = LogoutRequest.decode(opened.substring(end + 1));
        formTokens.check(userAgent, PURPOSE, subject(tenant, request, userAgent, active), form.text("csrf"));
        String who = form.find("who").orElse(opened.substring(0, end));
        Ends ends = new Choice(who, form.text("devices").equals(Choice.EVERYONE))
                .in(active, request)
                .orElseThrow(LogoutPages::expired);
        return new Confirmed(request, ends);
    }

    Response.ResponseBuilder stillSignedIn(LogoutRequest request) {
        return show(request, new StillSignedIn());
    }

    private List<Account> people(Tenant tenant, List<Session> sessions) {
        return sessions.stream()
                .map(session -> accounts.find(tenant, session))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A confirmation is for the sessions that it was asked about, so that it works once and for nothing else. */
    private String subject(Tenant tenant, LogoutRequest request, UserAgent userAgent, List<Session> active) {
        String here = active.stream().map(Session::getSessionId).sorted().collect(joining(" "));
        return hintedSessions.find(tenant, request, userAgent).mayGoOn() ? here + " " + request.hintedSession() : here;
    }

    private static Response.ResponseBuilder show(LogoutRequest request, TemplateInstance page) {
        return in(request.uiLocales(), Pages.show(200, page));
    }

    static Response.ResponseBuilder in(List<String> uiLocales, Response.ResponseBuilder page) {
        Languages.find(uiLocales).ifPresent(page::language);
        return page;
    }

    private static PageProblem expired() {
        return new PageProblem(403, Complaint.FORM_EXPIRED);
    }

    private static String context(UserAgent userAgent) {
        return "logout\n" + userAgent.id();
    }
}
