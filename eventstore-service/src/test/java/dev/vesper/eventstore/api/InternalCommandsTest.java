package dev.vesper.eventstore.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommands;
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
import dev.vesper.proto.internal.v1.GetServiceKeyRequest;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.GetUserKeysRequest;
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
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenResponse;
import dev.vesper.proto.internal.v1.UserAgent;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a sign-in over the wire, as oidc-service goes it. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class InternalCommandsTest {
    private static final String INSTANCE = "default";
    private static final AdminCaller ADMIN = new AdminCaller(INSTANCE, "test");
    private static final String REDIRECT = "https://wire.example.com/callback";
    private static final String VERIFIER = "a-verifier-of-the-test-that-is-long-enough-for-it";

    @Inject
    UserCommands users;

    @Inject
    ProjectCommands projects;

    @Inject
    AppCommands apps;

    @TestHTTPResource
    URI http;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void a_sign_in_goes_its_way_over_the_wire_and_ends() {
        AppCreated app = app("Wire");
        String userId = users.createHuman(ADMIN, TestUsers.human("wire")).userId();
        assertThat(signIn(userId, "wrong").hasWrongCredentials()).isTrue();
        assertThat(signIn("", "anything").hasWrongCredentials()).isTrue();
        String sessionId = signIn(userId, TestUsers.PASSWORD).getSignedIn().getSessionId();

        Grant grant = exchange(app, storedCode(app, sessionId)).getGrant();
        assertThat(grant.getSessionId()).isEqualTo(sessionId);
        assertThat(grant.getNonce()).isEqualTo("n1");
        assertThat(grant.getAuthMethodsList()).containsExactly("pwd");
        assertThat(grant.getAccessTokenType()).isEqualTo("ACCESS_TOKEN_TYPE_BEARER");
        assertThat(grant.getIdTokenAlgorithm()).isEqualTo("RS256");
        assertThat(isActive(grant)).isTrue();

        Grant renewed = refresh(app, grant.getRefreshToken()).getGrant();
        revokeAccessToken(app, renewed);
        assertThat(isActive(renewed)).isFalse();

        terminate(sessionId);
        assertThat(refresh(app, renewed.getRefreshToken()).getError().getError())
                .isEqualTo("invalid_grant");
        assertThat(isActive(grant)).isFalse();
        assertThat(issue(request(app), sessionId).getSessionEnded().getReason()).isEqualTo("rp");
    }

    @Test
    void a_client_is_known_by_its_secret_and_by_its_own_method() {
        AppCreated app = app("Known");
        assertThat(authenticate(credential(app)).getAppId()).isEqualTo(app.appId());
        assertThat(authenticate(credential(app).setSecret("wrong")).getError().getError())
                .isEqualTo("invalid_client");
        assertThat(authenticate(credential(app).setMethod(ClientCredential.Method.METHOD_POST))
                        .getError()
                        .getError())
                .isEqualTo("invalid_client");
    }

    @Test
    void each_service_gets_the_keys_it_needs_and_no_others() throws Exception {
        var signing = GetSigningKeysRequest.newBuilder().setInstanceId(INSTANCE).build();
        var key = keys("notifier").getSigningKeys(signing).getKeys(0);
        assertThat(key.getActive()).isTrue();
        assertThat(JWK.parse(key.getPrivateJwk()).isPrivate()).isTrue();
        assertFails(Code.PERMISSION_DENIED, () -> keys("projection").getSigningKeys(signing));

        String userId = users.createHuman(ADMIN, TestUsers.human("keyed")).userId();
        var wanted = GetUserKeysRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .addUserIds(userId)
                .addUserIds("nobody")
                .build();
        assertThat(keys("projection").getUserKeys(wanted).getKeysMap()).containsOnlyKeys(userId);

        var cookie = GetServiceKeyRequest.newBuilder()
                .setPurpose("user-agent-cookie")
                .build();
        assertThat(keys("oidc").getServiceKey(cookie).getKey().size()).isEqualTo(32);
        assertFails(Code.PERMISSION_DENIED, () -> keys("notifier").getServiceKey(cookie));
        assertFails(Code.INVALID_ARGUMENT, () -> keys("oidc").getServiceKey(GetServiceKeyRequest.getDefaultInstance()));
    }

    @Test
    void only_the_face_to_relying_parties_commands_sessions() {
        var terminate = TerminateSessionRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setSessionId("none")
                .setReason("user")
                .build();
        assertFails(Code.PERMISSION_DENIED, () -> sessions("notifier").terminateSession(terminate));
        assertFails(Code.NOT_FOUND, () -> sessions("oidc").terminateSession(terminate));
        assertFails(
                Code.INVALID_ARGUMENT,
                () -> sessions("oidc")
                        .terminateSession(
                                terminate.toBuilder().setReason("boredom").build()));
        assertFails(
                Code.UNAUTHENTICATED,
                () -> SessionCommandsGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .terminateSession(terminate));
    }

    private AppCreated app(String name) {
        String projectId = projects.create(ADMIN, "", name).projectId();
        var config = TestProjects.withGrants(
                TestProjects.config(REDIRECT), "GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN");
        return apps.createOidc(ADMIN, projectId, name, config);
    }

    private SignInResponse signIn(String userId, String password) {
        return sessions("oidc")
                .signIn(SignInRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setUserId(userId)
                        .setPassword(password)
                        .setUserAgent(UserAgent.newBuilder().setId("browser"))
                        .build());
    }

    private String storedCode(AppCreated app, String sessionId) {
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

    private IssueCodeResponse issue(AuthRequest request, String sessionId) {
        return requests()
                .issueCode(IssueCodeRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setAuthRequest(request)
                        .setSessionId(sessionId)
                        .build());
    }

    private static AuthRequest request(AppCreated app) {
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

    private TokenResponse exchange(AppCreated app, String code) {
        return tokens().exchangeCode(ExchangeCodeRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setCode(code)
                .setRedirectUri(REDIRECT)
                .setCodeVerifier(VERIFIER)
                .build());
    }

    private TokenResponse refresh(AppCreated app, String refreshToken) {
        return tokens().refresh(RefreshRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setRefreshToken(refreshToken)
                .build());
    }

    private void revokeAccessToken(AppCreated app, Grant grant) {
        var response = tokens().revoke(RevokeRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential(app))
                .setAccessToken(AccessTokenRef.newBuilder()
                        .setOidcSessionId(grant.getOidcSessionId())
                        .setAccessTokenId(grant.getAccessTokenId()))
                .build());
        assertThat(response.hasError()).isFalse();
    }

    private void terminate(String sessionId) {
        var response = sessions("oidc")
                .terminateSession(TerminateSessionRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setSessionId(sessionId)
                        .setReason("rp")
                        .setTriggerOrigin("http://localhost:8080")
                        .setCreator("oidc")
                        .build());
        assertThat(response.getConsistencyToken()).isNotEmpty();
    }

    private boolean isActive(Grant grant) {
        return tokens().getTokenState(GetTokenStateRequest.newBuilder()
                        .setInstanceId(INSTANCE)
                        .setOidcSessionId(grant.getOidcSessionId())
                        .setAccessTokenId(grant.getAccessTokenId())
                        .build())
                .getActive();
    }

    private AuthenticateClientResponse authenticate(ClientCredential.Builder credential) {
        return tokens().authenticateClient(AuthenticateClientRequest.newBuilder()
                .setInstanceId(INSTANCE)
                .setClient(credential)
                .build());
    }

    private static ClientCredential.Builder credential(AppCreated app) {
        return ClientCredential.newBuilder()
                .setClientId(app.clientId())
                .setMethod(ClientCredential.Method.METHOD_BASIC)
                .setSecret(app.clientSecret());
    }

    private SessionCommandsGrpc.SessionCommandsBlockingStub sessions(String service) {
        return as(service, SessionCommandsGrpc.newBlockingStub(channel));
    }

    private AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub requests() {
        return as("oidc", AuthRequestCommandsGrpc.newBlockingStub(channel));
    }

    private TokenCommandsGrpc.TokenCommandsBlockingStub tokens() {
        return as("oidc", TokenCommandsGrpc.newBlockingStub(channel));
    }

    private KeysGrpc.KeysBlockingStub keys(String service) {
        return as(service, KeysGrpc.newBlockingStub(channel));
    }

    private static <S extends AbstractStub<S>> S as(String service, S stub) {
        return stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                .withCallCredentials(new InternalCredentials("only for this test").of(service));
    }

    private static void assertFails(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(code));
    }
}
