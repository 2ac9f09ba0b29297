package dev.vesper.eventstore.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import dev.vesper.proto.internal.v1.AddAuthRequestRequest;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.AuthenticateClientRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientResponse;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ExchangeCodeRequest;
import dev.vesper.proto.internal.v1.GetAuthRequestRequest;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.RefreshRequest;
import dev.vesper.proto.internal.v1.RevokeRequest;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc;
import dev.vesper.proto.internal.v1.SignInRequest;
import dev.vesper.proto.internal.v1.SignInResponse;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.TerminateSessionResponse;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenResponse;
import dev.vesper.proto.internal.v1.UserAgent;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** oidc-service on its way through a sign-in. */
final class Wire implements AutoCloseable {
    static final String INSTANCE = "default";
    static final String REDIRECT = "https://wire.example.com/callback";
    private static final String VERIFIER = "a-verifier-of-the-test-that-is-long-enough-for-it";

    private final ManagedChannel channel;

    Wire(URI http) {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    SignInResponse signIn(String userId, String password) {
        return sessions("oidc")
                .signIn(SignInRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setUserId(userId)
                        .setPassword(password)
                        .setUserAgent(UserAgent.newBuilder().setId("browser"))
                        .build());
    }

    String storedCode(AppCreated app, String sessionId) {
        AuthRequest asked = request(app);
        String id = requests()
                .addAuthRequest(
                        AddAuthRequestRequest.newBuilder().setRequest(asked).build())
                .getId();
        var get = GetAuthRequestRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setId(id)
                .build();
        AuthRequest stored = requests().getAuthRequest(get);
        assertThat(stored.toBuilder().clearId().clearCreatedAt().build()).isEqualTo(asked);
        var issue = IssueCodeRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setAuthRequestId(id)
                .setSessionId(sessionId)
                .build();
        String code = requests().issueCode(issue).getIssued().getCode();
        assertThat(requests().issueCode(issue).hasRequestGone()).isTrue();
        assertFails(Code.NOT_FOUND, () -> requests().getAuthRequest(get));
        return code;
    }

    IssueCodeResponse issue(AuthRequest request, String sessionId) {
        return requests()
                .issueCode(IssueCodeRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setAuthRequest(request)
                        .setSessionId(sessionId)
                        .build());
    }

    static AuthRequest request(AppCreated app) {
        return AuthRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClientId(app.clientId())
                .setRedirectUri(REDIRECT)
                .addScope("openid")
                .setState("s1")
                .setNonce("n1")
                .setCodeChallenge(TokenHash.of(VERIFIER))
                .setCodeChallengeMethod("S256")
                .setResponseType("code")
                .setMaxAge(com.google.protobuf.Duration.newBuilder().setSeconds(60))
                .setIssuer("http://localhost:8080")
                .setUserAgentId("browser")
                .build();
    }

    TokenResponse exchange(AppCreated app, String code) {
        return tokens().exchangeCode(ExchangeCodeRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setCode(code)
                .setRedirectUri(REDIRECT)
                .setCodeVerifier(VERIFIER)
                .build());
    }

    TokenResponse refresh(AppCreated app, String refreshToken) {
        return tokens().refresh(RefreshRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setRefreshToken(refreshToken)
                .build());
    }

    void revokeAccessToken(AppCreated app, Grant grant) {
        var response = tokens().revoke(RevokeRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setAccessToken(AccessTokenRef.newBuilder()
                        .setOidcSessionId(grant.getOidcSessionId())
                        .setAccessTokenId(grant.getAccessTokenId()))
                .build());
        assertThat(response.hasError()).isFalse();
    }

    TerminateSessionResponse terminate(String sessionId) {
        var response = sessions("oidc")
                .terminateSession(TerminateSessionRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setSessionId(sessionId)
                        .setReason("rp")
                        .setTriggerOrigin("http://localhost:8080")
                        .setCreator("oidc")
                        .build());
        assertThat(response.getConsistencyToken()).isNotEmpty();
        return response;
    }

    boolean isActive(Grant grant) {
        return tokens().getTokenState(GetTokenStateRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setOidcSessionId(grant.getOidcSessionId())
                        .setAccessTokenId(grant.getAccessTokenId())
                        .build())
                .getActive();
    }

    AuthenticateClientResponse authenticate(ClientCredential.Builder credential) {
        return tokens().authenticateClient(AuthenticateClientRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential)
                .build());
    }

    static ClientCredential.Builder credential(AppCreated app) {
        return ClientCredential.newBuilder()
                .setClientId(app.clientId())
                .setMethod(ClientCredential.Method.METHOD_BASIC)
                .setSecret(app.clientSecret());
    }

    SessionCommandsGrpc.SessionCommandsBlockingStub sessions(String service) {
        return as(service, SessionCommandsGrpc.newBlockingStub(channel));
    }

    AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub requests() {
        return as("oidc", AuthRequestCommandsGrpc.newBlockingStub(channel));
    }

    TokenCommandsGrpc.TokenCommandsBlockingStub tokens() {
        return as("oidc", TokenCommandsGrpc.newBlockingStub(channel));
    }

    KeysGrpc.KeysBlockingStub keys(String service) {
        return as(service, KeysGrpc.newBlockingStub(channel));
    }

    private static <S extends AbstractStub<S>> S as(String service, S stub) {
        return stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                .withCallCredentials(new InternalCredentials("only for this test").of(service));
    }

    /** Without the credential of any service. */
    SessionCommandsGrpc.SessionCommandsBlockingStub asStranger() {
        return SessionCommandsGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    static void assertFails(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(code));
    }
}
