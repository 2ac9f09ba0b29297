package dev.vesper.oidc.login;

import dev.vesper.oidc.authorize.ReturnAddress;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.useragent.UserAgentCookies;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Ends a login: a code for the client, and the browser goes back there. */
@Singleton
final class Completion {
    private final AuthRequestCommandsBlockingStub commands;
    private final LoginPages pages;
    private final UserAgentCookies cookies;

    Completion(AuthRequestCommandsBlockingStub commands, LoginPages pages, UserAgentCookies cookies) {
        this.commands = commands;
        this.pages = pages;
        this.cookies = cookies;
    }

    Response complete(LoginAttempt attempt, String sessionId) {
        IssueCodeResponse response = commands.issueCode(IssueCodeRequest.newBuilder()
                .setInstanceId(attempt.tenant().instanceId())
                .setAuthRequestId(attempt.requestId())
                .setSessionId(sessionId)
                .build());
        return switch (response.getOutcomeCase()) {
            case ISSUED ->
                sign(
                        attempt,
                        ReturnAddress.of(attempt.request())
                                .code(response.getIssued().getCode()));
            case SESSION_ENDED -> sign(attempt, pages.askName(attempt, ""));
            case REQUEST_GONE, OUTCOME_NOT_SET -> throw new PageProblem(400, Complaint.SIGN_IN_EXPIRED);
        };
    }

    private Response sign(LoginAttempt attempt, Response.ResponseBuilder response) {
        return response.header("Set-Cookie", cookies.write(attempt.tenant(), attempt.userAgent()))
                .build();
    }
}
