package dev.vesper.oidc.login;

import dev.vesper.oidc.authorize.ReturnAddress;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.sessionmanagement.BrowserState;
import dev.vesper.oidc.sessionmanagement.BrowserStates;
import dev.vesper.oidc.useragent.UserAgentCookies;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Ends a login: a code for the client, and the browser goes back there. */
@Singleton
final class Completion {
    private final AuthRequestCommandsBlockingStub commands;
    private final LoginPages pages;
    private final UserAgentCookies cookies;
    private final BrowserStates browserStates;

    Completion(
            AuthRequestCommandsBlockingStub commands,
            LoginPages pages,
            UserAgentCookies cookies,
            BrowserStates browserStates) {
        this.commands = commands;
        this.pages = pages;
        this.cookies = cookies;
        this.browserStates = browserStates;
    }

    Response complete(LoginAttempt attempt, String sessionId) {
        IssueCodeResponse response = commands.issueCode(IssueCodeRequest.newBuilder()
                .setInstanceId(attempt.tenant().instanceId())
                .setAuthRequestId(attempt.requestId())
                .setSessionId(sessionId)
                .build());
        return switch (response.getOutcomeCase()) {
            case ISSUED -> succeed(attempt, response.getIssued().getCode());
            case SESSION_ENDED -> sign(attempt, pages.askName(attempt, ""));
            case REQUEST_GONE, OUTCOME_NOT_SET -> throw new PageProblem(400, Complaint.SIGN_IN_EXPIRED);
        };
    }

    private Response succeed(LoginAttempt attempt, String code) {
        Optional<BrowserState> state = browserStates.renewed(attempt.tenant());
        AuthRequest request = attempt.request();
        Response.ResponseBuilder response = ReturnAddress.of(request)
                .code(
                        code,
                        state.flatMap(known -> known.sessionState(request.getClientId(), request.getRedirectUri())));
        response.header("Set-Cookie", cookies.write(attempt.tenant(), attempt.userAgent()));
        state.ifPresent(known -> response.header("Set-Cookie", known.cookie()));
        return response.build();
    }

    private Response sign(LoginAttempt attempt, Response.ResponseBuilder response) {
        return response.header("Set-Cookie", cookies.write(attempt.tenant(), attempt.userAgent()))
                .build();
    }
}
