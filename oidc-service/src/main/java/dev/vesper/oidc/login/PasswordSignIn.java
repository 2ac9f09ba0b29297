package dev.vesper.oidc.login;

import dev.vesper.oidc.useragent.BrowserDescription;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc.SessionCommandsBlockingStub;
import dev.vesper.proto.internal.v1.SignInRequest;
import dev.vesper.proto.internal.v1.SignInResponse;
import dev.vesper.proto.internal.v1.SignedIn;
import dev.vesper.proto.internal.v1.UserAgent;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * Has a password checked. An unknown login name takes the same way and the same time as a wrong password, so that
 * nobody learns who has an account.
 */
@Singleton
final class PasswordSignIn {
    private static final String UNKNOWN_USER = "";

    private final SessionCommandsBlockingStub commands;
    private final Accounts accounts;
    private final LoginPages pages;
    private final Completion completion;
    private final MeterRegistry metrics;

    PasswordSignIn(
            SessionCommandsBlockingStub commands,
            Accounts accounts,
            LoginPages pages,
            Completion completion,
            MeterRegistry metrics) {
        this.commands = commands;
        this.accounts = accounts;
        this.pages = pages;
        this.completion = completion;
        this.metrics = metrics;
    }

    Response answer(HttpServerRequest http, LoginAttempt attempt, String loginName, String password) {
        String userId = accounts.findByLoginName(attempt.tenant(), loginName)
                .map(User::getUserId)
                .orElse(UNKNOWN_USER);
        SignInResponse response = commands.signIn(SignInRequest.newBuilder()
                .setInstanceId(attempt.tenant().instanceId())
                .setUserId(userId)
                .setPassword(password)
                .setUserAgent(describe(http, attempt))
                .setSessionId(sessionToCheckAgain(attempt, userId))
                .build());
        metrics.counter(
                        "vesper.oidc.sign.ins",
                        "outcome",
                        response.getOutcomeCase().name().toLowerCase(Locale.ROOT))
                .increment();
        return switch (response.getOutcomeCase()) {
            case SIGNED_IN -> signedIn(attempt, response.getSignedIn());
            case ACCOUNT_LOCKED ->
                pages.askPassword(attempt, loginName, Notice.ACCOUNT_LOCKED).build();
            case WRONG_CREDENTIALS, OUTCOME_NOT_SET ->
                pages.askPassword(attempt, loginName, Notice.WRONG_CREDENTIALS).build();
        };
    }

    private Response signedIn(LoginAttempt attempt, SignedIn signedIn) {
        LoginAttempt after = new LoginAttempt(
                attempt.tenant(), attempt.userAgent().afterWrite(signedIn.getConsistencyToken()), attempt.request());
        return completion.complete(after, signedIn.getSessionId());
    }

    /** The same person's session in this browser is renewed; another person's is left alone. */
    private String sessionToCheckAgain(LoginAttempt attempt, String userId) {
        return pages.activeSessions(attempt).stream()
                .filter(session -> session.getUserId().equals(userId))
                .map(Session::getSessionId)
                .findFirst()
                .orElse("");
    }

    private static UserAgent describe(HttpServerRequest http, LoginAttempt attempt) {
        String header = http.getHeader("User-Agent");
        return UserAgent.newBuilder()
                .setId(attempt.userAgent().id())
                .setDescription(BrowserDescription.of(header == null ? "" : header))
                .setIp(attempt.tenant().clientAddress())
                .build();
    }
}
