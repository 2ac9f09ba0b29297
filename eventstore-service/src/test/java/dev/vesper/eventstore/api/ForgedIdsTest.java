package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Wire.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.crypto.OpaqueToken;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.RevokeRequest;
import io.grpc.Status.Code;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids that none can have, in what browsers and apps send: they are unknown, as any other that was made up. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class ForgedIdsTest {
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

    /** Within a code or token, which is base64. */
    static Stream<String> hidden() {
        return Stream.concat(plain(), Stream.of("nul\0", "\0"));
    }

    static Stream<String> plain() {
        return Stream.of("x".repeat(10_000), "\ud83d\ude00".repeat(100), "' OR 1=1 --");
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void codes_and_refresh_tokens_are_invalid_grants(String id) {
        AppCreated app = app("forged " + id.hashCode());

        assertThat(wire.exchange(app, OpaqueToken.of("vc_", id, "secret"))
                        .getError()
                        .getError())
                .isEqualTo("invalid_grant");
        assertThat(wire.refresh(app, OpaqueToken.of("vr_", id, "token", "secret"))
                        .getError()
                        .getError())
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @MethodSource("plain")
    void clients_are_invalid(String id) {
        for (String clientId : new String[] {id, id + "-project", "app-" + id}) {
            var credential = ClientCredential.newBuilder()
                    .setClientId(clientId)
                    .setMethod(ClientCredential.Method.METHOD_POST)
                    .setSecret(id);
            assertThat(wire.authenticate(credential).getError().getError()).isEqualTo("invalid_client");
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void tokens_are_good_for_nothing(String id) {
        AppCreated app = app("revoked " + id.hashCode());
        var revoke = RevokeRequest.newBuilder()
                .setInstanceId(Wire.INSTANCE)
                .setClient(Wire.credential(app))
                .setAccessToken(AccessTokenRef.newBuilder().setOidcSessionId(id).setAccessTokenId(id));
        var state = GetTokenStateRequest.newBuilder().setInstanceId(Wire.INSTANCE);

        assertThat(wire.tokens().revoke(revoke.build()).hasError()).isFalse();
        assertThat(wire.tokens()
                        .getTokenState(
                                state.setOidcSessionId(id).setAccessTokenId(id).build())
                        .getActive())
                .isFalse();
        assertThat(wire.tokens()
                        .getTokenState(state.setRefreshToken(OpaqueToken.of("vr_", id, "token", "secret"))
                                .build())
                        .getActive())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void people_and_sessions_are_unknown(String id) {
        assertThat(wire.signIn(id, "anything").hasWrongCredentials()).isTrue();
        assertThat(wire.issue(Wire.request(app("session " + id.hashCode())), id).hasSessionEnded())
                .isTrue();
    }

    @Test
    void what_no_text_can_hold_is_an_invalid_argument() {
        Wire.assertFails(Code.INVALID_ARGUMENT, () -> wire.signIn("nul\0", "anything"));
        Wire.assertFails(Code.INVALID_ARGUMENT, () -> wire.exchange(app("nul"), "vc_nul\0"));
    }

    private AppCreated app(String name) {
        var admin = new AdminCaller(Wire.INSTANCE, "test");
        String projectId = projects.create(admin, "", name).projectId();
        var config = TestProjects.withGrants(
                TestProjects.config(REDIRECT), "GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN");
        return apps.createOidc(admin, projectId, name, config);
    }
}
