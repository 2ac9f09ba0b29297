package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Wire.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.proto.internal.v1.AppToTell;
import dev.vesper.proto.internal.v1.EndUserSessionsRequest;
import dev.vesper.proto.internal.v1.Grant;
import io.grpc.Status.Code;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What oidc-service asks the write side when people sign out. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class LogoutCommandsTest {
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
    void the_end_of_a_session_names_each_app_once_that_wants_to_be_told_and_how() {
        String projectId = projects.create(ADMIN, "", "Told").projectId();
        var plain = TestProjects.config(Wire.REDIRECT);
        AppCreated both = apps.createOidc(
                ADMIN,
                projectId,
                "Both",
                TestProjects.withFrontChannel(
                        TestProjects.withBackChannel(plain, "https://wire.example.com/back"),
                        "https://wire.example.com/front"));
        AppCreated front = apps.createOidc(
                ADMIN, projectId, "Front", TestProjects.withFrontChannel(plain, "https://wire.example.com/front"));
        AppCreated neither = apps.createOidc(ADMIN, projectId, "Neither", plain);
        String userId = users.createHuman(ADMIN, TestUsers.human("told")).userId();
        String sessionId = wire.signIn(userId, TestUsers.PASSWORD).getSignedIn().getSessionId();
        for (AppCreated app : List.of(both, both, front, neither)) {
            assertThat(wire.exchange(app, wire.storedCode(app, sessionId)).hasGrant())
                    .isTrue();
        }

        for (int time = 1; time <= 2; time++) {
            assertThat(wire.terminate(sessionId).getAppsList())
                    .extracting(AppToTell::getClientId, AppToTell::getBackChannel, AppToTell::getFrontChannelLogoutUri)
                    .containsExactlyInAnyOrder(
                            tuple(both.clientId(), true, "https://wire.example.com/front"),
                            tuple(front.clientId(), false, "https://wire.example.com/front"));
        }
    }

    @Test
    void a_person_who_is_logged_out_everywhere_has_no_session_that_gives_anything() {
        String projectId = projects.create(ADMIN, "", "Everywhere").projectId();
        var config = TestProjects.withGrants(
                TestProjects.config(Wire.REDIRECT), "GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN");
        AppCreated app = apps.createOidc(ADMIN, projectId, "Everywhere", config);
        String userId = users.createHuman(ADMIN, TestUsers.human("everywhere")).userId();
        List<Grant> grants = Stream.of("phone", "laptop")
                .map(device ->
                        wire.signIn(userId, TestUsers.PASSWORD).getSignedIn().getSessionId())
                .map(session ->
                        wire.exchange(app, wire.storedCode(app, session)).getGrant())
                .toList();
        var end = EndUserSessionsRequest.newBuilder()
                .setInstanceId(Wire.INSTANCE)
                .setUserId(userId)
                .setReason("user")
                .setCreator("oidc")
                .build();

        assertThat(wire.sessions("oidc").endUserSessions(end).getConsistencyToken())
                .isNotEmpty();
        assertThat(grants).noneMatch(wire::isActive);
        assertThat(grants)
                .allSatisfy(grant -> assertThat(wire.refresh(app, grant.getRefreshToken())
                                .getError()
                                .getError())
                        .isEqualTo("invalid_grant"));
        assertFails(Code.PERMISSION_DENIED, () -> wire.sessions("notifier").endUserSessions(end));
        assertFails(
                Code.NOT_FOUND,
                () -> wire.sessions("oidc")
                        .endUserSessions(end.toBuilder().setUserId("none").build()));
    }
}
