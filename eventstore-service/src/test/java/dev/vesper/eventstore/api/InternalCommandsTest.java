package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Wire.REDIRECT;
import static dev.vesper.eventstore.api.Wire.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.GetServiceKeyRequest;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetUserKeysRequest;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import io.grpc.Status.Code;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a sign-in over the wire, as oidc-service goes it. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class InternalCommandsTest {
    private static final AdminCaller ADMIN = new AdminCaller(Wire.INSTANCE, "test");

    @Inject
    UserCommands users;

    @Inject
    ProjectCommands projects;

    @Inject
    AppCommands apps;

    @TestHTTPResource
    URI http;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(http);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void a_sign_in_goes_its_way_over_the_wire_and_ends() {
        AppCreated app = app("Wire");
        String userId = users.createHuman(ADMIN, TestUsers.human("wire")).userId();
        assertThat(wire.signIn(userId, "wrong").hasWrongCredentials()).isTrue();
        assertThat(wire.signIn("", "anything").hasWrongCredentials()).isTrue();
        String sessionId = wire.signIn(userId, TestUsers.PASSWORD).getSignedIn().getSessionId();

        Grant grant = wire.exchange(app, wire.storedCode(app, sessionId)).getGrant();
        assertThat(grant.getSessionId()).isEqualTo(sessionId);
        assertThat(grant.getNonce()).isEqualTo("n1");
        assertThat(grant.getAuthMethodsList()).containsExactly("pwd");
        assertThat(grant.getAccessTokenType()).isEqualTo("ACCESS_TOKEN_TYPE_BEARER");
        assertThat(grant.getIdTokenAlgorithm()).isEqualTo("RS256");
        assertThat(wire.isActive(grant)).isTrue();

        Grant renewed = wire.refresh(app, grant.getRefreshToken()).getGrant();
        wire.revokeAccessToken(app, renewed);
        assertThat(wire.isActive(renewed)).isFalse();

        wire.terminate(sessionId);
        assertThat(wire.refresh(app, renewed.getRefreshToken()).getError().getError())
                .isEqualTo("invalid_grant");
        assertThat(wire.isActive(grant)).isFalse();
        assertThat(wire.issue(Wire.request(app), sessionId).getSessionEnded().getReason())
                .isEqualTo("rp");
    }

    @Test
    void a_client_is_known_by_its_secret_and_by_its_own_method() {
        AppCreated app = app("Known");
        assertThat(wire.authenticate(Wire.credential(app)).getAppId()).isEqualTo(app.appId());
        assertThat(wire.authenticate(Wire.credential(app).setSecret("wrong"))
                        .getError()
                        .getError())
                .isEqualTo("invalid_client");
        assertThat(wire.authenticate(Wire.credential(app).setMethod(ClientCredential.Method.METHOD_POST))
                        .getError()
                        .getError())
                .isEqualTo("invalid_client");
    }

    @Test
    void each_service_gets_the_keys_it_needs_and_no_others() throws Exception {
        var signing =
                GetSigningKeysRequest.newBuilder().setInstanceId(Wire.INSTANCE).build();
        var key = wire.keys("notifier").getSigningKeys(signing).getKeys(0);
        assertThat(key.getActive()).isTrue();
        assertThat(JWK.parse(key.getPrivateJwk()).isPrivate()).isTrue();
        assertFails(Code.PERMISSION_DENIED, () -> wire.keys("projection").getSigningKeys(signing));

        String userId = users.createHuman(ADMIN, TestUsers.human("keyed")).userId();
        var wanted = GetUserKeysRequest.newBuilder()
                .setInstanceId(Wire.INSTANCE)
                .addUserIds(userId)
                .addUserIds("nobody")
                .build();
        assertThat(wire.keys("projection").getUserKeys(wanted).getKeysMap()).containsOnlyKeys(userId);

        var cookie = GetServiceKeyRequest.newBuilder()
                .setPurpose("user-agent-cookie")
                .build();
        assertThat(wire.keys("oidc").getServiceKey(cookie).getKey().size()).isEqualTo(32);
        assertFails(Code.PERMISSION_DENIED, () -> wire.keys("notifier").getServiceKey(cookie));
        assertFails(
                Code.INVALID_ARGUMENT,
                () -> wire.keys("oidc").getServiceKey(GetServiceKeyRequest.getDefaultInstance()));
    }

    @Test
    void only_the_face_to_relying_parties_commands_sessions() {
        var terminate = TerminateSessionRequest.newBuilder()
                .setInstanceId(Wire.INSTANCE)
                .setSessionId("none")
                .setReason("user")
                .build();
        assertFails(Code.PERMISSION_DENIED, () -> wire.sessions("notifier").terminateSession(terminate));
        assertFails(Code.NOT_FOUND, () -> wire.sessions("oidc").terminateSession(terminate));
        assertFails(
                Code.INVALID_ARGUMENT,
                () -> wire.sessions("oidc")
                        .terminateSession(
                                terminate.toBuilder().setReason("boredom").build()));
        assertFails(Code.UNAUTHENTICATED, () -> wire.asStranger().terminateSession(terminate));
    }

    private AppCreated app(String name) {
        String projectId = projects.create(ADMIN, "", name).projectId();
        var config = TestProjects.withGrants(
                TestProjects.config(REDIRECT), "GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN");
        return apps.createOidc(ADMIN, projectId, name, config);
    }
}
