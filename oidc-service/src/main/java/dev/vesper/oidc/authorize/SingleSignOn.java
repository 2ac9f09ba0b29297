package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.SealedText;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.AddAuthRequestRequest;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers a checked request: by a session of the browser, by the login page, or with an error where no page is wanted. */
@Singleton
final class SingleSignOn {
    private final BrowserSessions sessions;
    private final WantedUser wantedUser;
    private final AuthRequestCommandsBlockingStub commands;
    private final SealedText sealed;
    private final Clock clock;

    SingleSignOn(
            BrowserSessions sessions,
            WantedUser wantedUser,
            AuthRequestCommandsBlockingStub commands,
            SealedText sealed,
            Clock clock) {
        this.sessions = sessions;
        this.wantedUser = wantedUser;
        this.commands = commands;
        this.sealed = sealed;
        this.clock = clock;
    }

    Response.ResponseBuilder answer(
            Tenant tenant,
            UserAgent userAgent,
            Parameters parameters,
            AuthRequest request,
            Optional<String> sessionState) {
        List<Session> active = sessions.findActive(tenant, userAgent);
        Optional<String> wanted = active.isEmpty() ? Optional.empty() : wantedUser.find(tenant, parameters);
        return answer(active, wanted, parameters, request, sessionState);
    }

    private Response.ResponseBuilder answer(
            List<Session> active,
            Optional<String> wanted,
            Parameters parameters,
            AuthRequest request,
            Optional<String> sessionState) {
        return switch (SessionChoice.of(request, wanted, active, clock.instant())) {
            case SessionChoice.Use(Session session) ->
                issue(session, active, wanted, parameters, request, sessionState);
            case SessionChoice.SignIn() -> ask(request, parameters, "login_required", "the person has to sign in");
            case SessionChoice.Pick() ->
                ask(request, parameters, "account_selection_required", "the person has to choose an account");
        };
    }

    private Response.ResponseBuilder issue(
            Session session,
            List<Session> active,
            Optional<String> wanted,
            Parameters parameters,
            AuthRequest request,
            Optional<String> sessionState) {
        IssueCodeResponse response = commands.issueCode(IssueCodeRequest.newBuilder()
                .setInstanceId(request.getInstanceId())
                .setAuthRequest(request)
                .setSessionId(session.getSessionId())
                .build());
        return switch (response.getOutcomeCase()) {
            case ISSUED -> ReturnAddress.of(request).code(response.getIssued().getCode(), sessionState);
            // The view had not seen its end yet.
            case SESSION_ENDED -> answer(without(session, active), wanted, parameters, request, sessionState);
            case REQUEST_GONE, OUTCOME_NOT_SET -> throw new PageProblem(500, Complaint.INTERNAL);
        };
    }

    private Response.ResponseBuilder ask(
            AuthRequest request, Parameters parameters, String errorWithoutPage, String description) {
        if (request.getPromptList().contains("none")) {
            return ReturnAddress.of(request).error(errorWithoutPage, description);
        }
        AddAuthRequestRequest stored =
                AddAuthRequestRequest.newBuilder().setRequest(request).build();
        String id = commands.addAuthRequest(stored).getId();
        Map<String, String> login = new LinkedHashMap<>();
        login.put("authRequest", id);
        // A hint is about a person: it goes on in this browser only, and unreadable in addresses and logs.
        parameters.find("login_hint").ifPresent(hint -> login.put("hint", sealed.seal("login-hint\n" + id, hint)));
        return Pages.seeOther(Urls.withParameters("/login", login));
    }

    private static List<Session> without(Session ended, List<Session> active) {
        return active.stream()
                .filter(session -> !session.getSessionId().equals(ended.getSessionId()))
                .toList();
    }
}
