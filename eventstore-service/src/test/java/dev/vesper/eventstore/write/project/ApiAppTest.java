package dev.vesper.eventstore.write.project;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.ProjectEvent;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.oidcsession.ClientCredential;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiAppTest {
    private static final DeciderSpec<ProjectCommand, ProjectState, ProjectEvent> PROJECT =
            new DeciderSpec<>(ProjectDecider.initialState(), ProjectDecider::decide, ProjectDecider::evolve);
    private static final ProjectEvent ADDED = new ProjectEvent.Added("Demo");

    private final WriteSide side = new WriteSide(new FakeEventLog(Clock.systemUTC()), 3);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void an_api_has_a_secret_unless_it_proves_itself_by_a_key() {
        PROJECT.given(ADDED)
                .when(new ProjectCommand.AddApiApp("a1", "Api", "c1", "hash", ""))
                .then(
                        new ProjectEvent.ApplicationAdded("a1", "Api"),
                        new ProjectEvent.ApiConfigAdded("a1", "c1", "hash", "API_AUTH_METHOD_TYPE_BASIC"));
        PROJECT.given(ADDED)
                .and(new ProjectCommand.AddApiApp("a1", "Api", "c1", null, "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"))
                .when(new ProjectCommand.ChangeSecret("a1", "hash"))
                .rejected(Kind.FAILED_PRECONDITION, "APP_HAS_NO_SECRET");
        PROJECT.given(ADDED)
                .when(new ProjectCommand.AddApiApp("a1", "Api", "c1", "hash", "MAGIC"))
                .invalid("authMethodType");
    }

    @Test
    void an_api_is_no_relying_party_and_the_other_way_round() {
        var given = PROJECT.given(ADDED).and(new ProjectCommand.AddApiApp("a1", "Api", "c1", "hash", ""));
        given.when(new ProjectCommand.ChangeOidcConfig("a1", TestProjects.config("https://a.example.com/cb")))
                .rejected(Kind.FAILED_PRECONDITION, "APP_IS_AN_API");
        given.when(new ProjectCommand.ChangeApiConfig("a1", "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"))
                .then(new ProjectEvent.ApiConfigChanged("a1", "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"));
        given.when(new ProjectCommand.ChangeApiConfig("a1", "API_AUTH_METHOD_TYPE_BASIC"))
                .nothing();
    }

    @Test
    void an_api_is_let_in_by_its_newest_secret_until_it_is_deactivated() {
        String project = side.projects.create(ADMIN, "", "One").projectId();
        var api = side.apps.createApi(ADMIN, project, "Api", "");
        authenticate(api.clientId(), api.clientSecret());

        String renewed = side.apps.regenerateSecret(ADMIN, project, api.appId()).clientSecret();
        assertThatThrownBy(() -> authenticate(api.clientId(), api.clientSecret()))
                .hasMessageContaining("invalid_client");
        authenticate(api.clientId(), renewed);

        side.apps.deactivate(ADMIN, project, api.appId());
        assertThatThrownBy(() -> authenticate(api.clientId(), renewed)).hasMessageContaining("invalid_client");
        side.apps.reactivate(ADMIN, project, api.appId());
        assertThat(authenticate(api.clientId(), renewed)).isEqualTo(project);
    }

    private String authenticate(String clientId, String secret) {
        return side.oidc
                .clients()
                .authenticate(WriteSide.INSTANCE, new ClientCredential(clientId, "AUTH_METHOD_TYPE_BASIC", secret))
                .projectId();
    }
}
