package dev.vesper.oidc.login;

import dev.vesper.oidc.authorize.SessionChoice;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.useragent.SealedText;
import dev.vesper.proto.admin.v1.Session;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code /login}: first the account or the login name, then the password, then back to the client. */
@Path("/login")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class LoginEndpoint {
    private final LoginAttempts attempts;
    private final LoginPages pages;
    private final PasswordSignIn passwordSignIn;
    private final Completion completion;
    private final SealedText sealed;
    private final Clock clock;

    LoginEndpoint(
            LoginAttempts attempts,
            LoginPages pages,
            PasswordSignIn passwordSignIn,
            Completion completion,
            SealedText sealed,
            Clock clock) {
        this.attempts = attempts;
        this.pages = pages;
        this.passwordSignIn = passwordSignIn;
        this.completion = completion;
        this.sealed = sealed;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response start(@Context HttpServerRequest request) {
        Parameters query = Parameters.parse(request.query());
        LoginAttempt attempt = attempts.open(request, query);
        List<Session> active = pages.activeSessions(attempt);
        boolean named = query.find("other").isPresent() || query.find("hint").isPresent();
        boolean pick = !named
                && SessionChoice.of(attempt.request(), Optional.empty(), active, clock.instant())
                        instanceof SessionChoice.Pick;
        return pick
                ? pages.pickAccount(attempt, active).build()
                : pages.askName(attempt, suggestedName(attempt, query, active)).build();
    }

    @POST
    @Path("/name")
    public Response name(@Context HttpServerRequest request, String body) {
        Parameters form = Parameters.parse(body);
        LoginAttempt attempt = attempts.openForm(request, form, LoginPages.NAME);
        String loginName = form.text("loginName").strip();
        return loginName.isEmpty()
                ? pages.askName(attempt, "").build()
                : pages.askPassword(attempt, loginName, Notice.NONE).build();
    }

    @POST
    @Path("/password")
    public Response password(@Context HttpServerRequest request, String body) {
        Parameters form = Parameters.parse(body);
        LoginAttempt attempt = attempts.openForm(request, form, LoginPages.PASSWORD);
        return passwordSignIn.answer(request, attempt, form.text("loginName").strip(), form.text("password"));
    }

    @POST
    @Path("/account")
    public Response account(@Context HttpServerRequest request, String body) {
        Parameters form = Parameters.parse(body);
        LoginAttempt attempt = attempts.openForm(request, form, LoginPages.ACCOUNT);
        return pages.activeSessions(attempt).stream()
                .filter(session -> session.getSessionId().equals(form.text("sessionId")))
                .findFirst()
                .map(session -> chosen(attempt, session))
                .orElseGet(() -> pages.askName(attempt, "").build());
    }

    /** A session does not spare a person the password where the client wants it given again. */
    private Response chosen(LoginAttempt attempt, Session session) {
        boolean again = attempt.request().getPromptList().contains("login")
                || !SessionChoice.isRecentEnough(attempt.request(), session, clock.instant());
        return again
                ? pages.askPassword(attempt, loginName(attempt, session), Notice.NONE)
                        .build()
                : completion.complete(attempt, session.getSessionId());
    }

    private String suggestedName(LoginAttempt attempt, Parameters query, List<Session> active) {
        Optional<String> hint =
                query.find("hint").flatMap(text -> sealed.open("login-hint\n" + attempt.requestId(), text));
        boolean oneIsHere = active.size() == 1 && query.find("other").isEmpty();
        return hint.orElseGet(() -> oneIsHere ? loginName(attempt, active.getFirst()) : "");
    }

    private String loginName(LoginAttempt attempt, Session session) {
        return pages.account(attempt, session)
                .map(AccountPicker.Account::loginName)
                .orElse("");
    }
}
