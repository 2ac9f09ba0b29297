package dev.vesper.eventstore.write.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProjectDeciderTest {
    private static final DeciderSpec<ProjectCommand, ProjectState, ProjectEvent> PROJECT =
            new DeciderSpec<>(ProjectDecider.initialState(), ProjectDecider::decide, ProjectDecider::evolve);
    private static final ProjectEvent ADDED = new ProjectEvent.Added("Demo");
    private static final OidcAppConfig CONFIG = TestProjects.config("https://alpha.example.com/callback");

    @Test
    void an_app_takes_the_defaults_for_what_was_left_out() {
        var events = PROJECT.given(ADDED).when(addApp(CONFIG)).events();
        assertThat(events).hasSize(2).first().isEqualTo(new ProjectEvent.ApplicationAdded("a1", "Alpha"));
        var config = ((ProjectEvent.OidcConfigAdded) events.get(1)).config();
        assertThat(config.responseTypes()).containsExactly("RESPONSE_TYPE_CODE");
        assertThat(config.grantTypes()).containsExactly("GRANT_TYPE_AUTHORIZATION_CODE");
        assertThat(config.appType()).isEqualTo("APP_TYPE_WEB");
        assertThat(config.authMethodType()).isEqualTo("AUTH_METHOD_TYPE_BASIC");
        assertThat(config.accessTokenType()).isEqualTo("ACCESS_TOKEN_TYPE_BEARER");
        assertThat(config.idTokenSignedResponseAlg()).isEqualTo("RS256");
        assertThat(config.backChannelLogoutUri()).isNull();
    }

    @Test
    void a_bad_uri_is_refused_by_its_place() {
        addWith("http://example.com/callback").invalid("redirectUris[0]");
        addWith("https://ok.example.com/", "https://example.com/#fragment").invalid("redirectUris[1]");
        addWith("callback").invalid("redirectUris[0]");
        addWith("https://user@example.com/").invalid("redirectUris[0]");
        addWith("https://exa mple.com/").invalid("redirectUris[0]");
        addWith("javascript:alert(1)").invalid("redirectUris[0]");
        addWith().invalid("redirectUris");
    }

    @Test
    void plain_http_is_for_loopback_hosts_and_for_development() {
        assertThat(addWith("http://localhost:9000/cb", "http://127.0.0.1/cb", "http://[::1]:9000/cb")
                        .events())
                .hasSize(2);
        addWith("http://localhost.example.com/cb").invalid("redirectUris[0]");
        addWith("http://127.0.0.1.example.com/cb").invalid("redirectUris[0]");
        assertThat(PROJECT.given(ADDED)
                        .when(addApp(TestProjects.inDevMode("http://example.com/cb")))
                        .events())
                .hasSize(2);
    }

    @Test
    void a_logout_uri_follows_the_same_rules() {
        PROJECT.given(ADDED)
                .when(addApp(TestProjects.withBackChannel(CONFIG, "https://alpha.example.com/logout#x")))
                .invalid("backChannelLogoutUri");
        PROJECT.given(ADDED)
                .when(addApp(TestProjects.withBackChannel(CONFIG, "http://alpha.example.com/logout")))
                .invalid("backChannelLogoutUri");
    }

    @Test
    void front_channel_logout_1_0_section_2_its_uri_has_the_origin_of_a_redirect_uri() {
        var config = TestProjects.config("https://alpha.example.com/callback");
        for (String good : List.of("https://alpha.example.com/logout", "https://ALPHA.example.com:443/?app=1")) {
            assertThat(PROJECT.given(ADDED)
                            .when(addApp(TestProjects.withFrontChannel(config, good)))
                            .events())
                    .hasSize(2);
        }
        for (String bad : List.of(
                "https://beta.example.com/logout",
                "https://alpha.example.com:8443/logout",
                "http://alpha.example.com/logout",
                "javascript:alert(1)")) {
            PROJECT.given(ADDED)
                    .when(addApp(TestProjects.withFrontChannel(config, bad)))
                    .invalid("frontChannelLogoutUri");
        }
    }

    @Test
    void an_app_says_how_it_is_told_of_logouts_and_says_it_once() {
        var wanted = new LogoutSettings(
                "BACK_CHANNEL_LOGOUT_CLAIMS_UNSPECIFIED", List.of("user_locked", "admin"), true, "LOGOUT_SCOPE_PERSON");
        var kept = new LogoutSettings(
                "BACK_CHANNEL_LOGOUT_CLAIMS_SID_AND_SUB", List.of("admin", "user_locked"), true, "LOGOUT_SCOPE_PERSON");
        var given = PROJECT.given(ADDED).and(addApp(CONFIG));
        var change = new ProjectCommand.ChangeLogoutSettings("a1", wanted);
        given.when(change).then(new ProjectEvent.LogoutSettingsChanged("a1", kept));
        given.and(change).when(change).nothing();
        given.when(new ProjectCommand.ChangeLogoutSettings(
                        "a1", new LogoutSettings("", List.of("boredom"), false, "LOGOUT_SCOPE_UNSPECIFIED")))
                .invalid("logout.backChannelClaims");
    }

    @Test
    void an_unknown_enum_value_is_refused_by_its_field() {
        PROJECT.given(ADDED)
                .when(addApp(TestProjects.withAuthMethod(CONFIG, "AUTH_METHOD_TYPE_MAGIC")))
                .invalid("authMethodType");
        PROJECT.given(ADDED)
                .when(addApp(TestProjects.withGrants(CONFIG, "GRANT_TYPE_REFRESH_TOKEN", "MAGIC")))
                .invalid("grantTypes[1]");
    }

    @Test
    void the_same_configuration_again_changes_nothing() {
        var given = PROJECT.given(ADDED).and(addApp(CONFIG));
        given.when(new ProjectCommand.ChangeOidcConfig("a1", CONFIG)).nothing();
        var other = TestProjects.config("https://alpha.example.com/other");
        given.when(new ProjectCommand.ChangeOidcConfig("a1", other))
                .then(new ProjectEvent.OidcConfigChanged("a1", "a1-p1", OidcConfigRules.checked(other)));
    }

    @Test
    void what_is_gone_is_not_found() {
        PROJECT.given().when(new ProjectCommand.Remove()).rejected(Kind.NOT_FOUND, "PROJECT_NOT_FOUND");
        PROJECT.given(ADDED, new ProjectEvent.Removed())
                .when(addApp(CONFIG))
                .rejected(Kind.NOT_FOUND, "PROJECT_NOT_FOUND");
        PROJECT.given(ADDED).when(new ProjectCommand.RemoveApp("a1")).rejected(Kind.NOT_FOUND, "APP_NOT_FOUND");
        PROJECT.given(ADDED)
                .and(addApp(CONFIG))
                .and(new ProjectCommand.RemoveApp("a1"))
                .when(new ProjectCommand.RemoveApp("a1"))
                .rejected(Kind.NOT_FOUND, "APP_NOT_FOUND");
    }

    @Test
    void a_public_client_has_no_secret_to_renew() {
        PROJECT.given(ADDED)
                .and(addApp(TestProjects.withAuthMethod(CONFIG, "AUTH_METHOD_TYPE_NONE")))
                .when(new ProjectCommand.ChangeSecret("a1", "hash"))
                .rejected(Kind.FAILED_PRECONDITION, "APP_HAS_NO_SECRET");
        PROJECT.given(ADDED)
                .and(addApp(CONFIG))
                .when(new ProjectCommand.ChangeSecret("a1", "hash"))
                .then(new ProjectEvent.OidcSecretChanged("a1", "hash"));
    }

    @Test
    void a_project_needs_a_name() {
        PROJECT.given().when(new ProjectCommand.Add("  ")).invalid("name");
        PROJECT.given().when(new ProjectCommand.Add(" Demo ")).then(ADDED);
    }

    @Test
    void a_client_id_names_its_app_and_project() {
        assertThat(ClientId.parse("a1-p1")).contains(new ClientId("a1", "p1"));
        assertThat(ClientId.parse("a1")).isEmpty();
        assertThat(ClientId.parse("-p1")).isEmpty();
        assertThat(ClientId.parse("a1-")).isEmpty();
    }

    private static DeciderSpec<ProjectCommand, ProjectState, ProjectEvent>.Then addWith(String... redirectUris) {
        return PROJECT.given(ADDED).when(addApp(TestProjects.config(redirectUris)));
    }

    private static ProjectCommand addApp(OidcAppConfig config) {
        return new ProjectCommand.AddOidcApp("a1", "Alpha", "a1-p1", "hash", config);
    }

    @Test
    void a_deactivated_app_keeps_its_registration() {
        var state = PROJECT.given(ADDED).and(addApp(CONFIG)).state();
        var inactive = ProjectDecider.evolve(state, new ProjectEvent.ApplicationDeactivated("a1"));
        assertThat(inactive.app("a1").orElseThrow().active()).isFalse();
        assertThat(inactive.app("a1").orElseThrow().oidc()).isNotNull();
        assertThat(List.of(ProjectDecider.evolve(inactive, new ProjectEvent.ApplicationReactivated("a1"))))
                .containsExactly(state);
    }

    @Test
    void a_project_is_renamed_deactivated_and_reactivated_once() {
        PROJECT.given(ADDED).when(new ProjectCommand.Rename(" Shop ")).then(new ProjectEvent.Changed("Shop"));
        PROJECT.given(ADDED).when(new ProjectCommand.Rename("Demo")).nothing();
        PROJECT.given(ADDED).when(new ProjectCommand.Rename("")).invalid("name");
        PROJECT.given(ADDED).when(new ProjectCommand.Deactivate()).then(new ProjectEvent.Deactivated());
        var inactive = PROJECT.given(ADDED, new ProjectEvent.Deactivated());
        inactive.when(new ProjectCommand.Deactivate()).nothing();
        inactive.when(new ProjectCommand.Reactivate()).then(new ProjectEvent.Reactivated());
        PROJECT.given(ADDED).when(new ProjectCommand.Reactivate()).nothing();
    }

    @Test
    void an_app_is_renamed_deactivated_and_reactivated_once() {
        var given = PROJECT.given(ADDED).and(addApp(CONFIG));
        given.when(new ProjectCommand.RenameApp("a1", "Beta")).then(new ProjectEvent.ApplicationChanged("a1", "Beta"));
        given.when(new ProjectCommand.RenameApp("a1", "Alpha")).nothing();
        given.when(new ProjectCommand.RenameApp("a2", "Beta")).rejected(Kind.NOT_FOUND, "APP_NOT_FOUND");
        given.when(new ProjectCommand.DeactivateApp("a1")).then(new ProjectEvent.ApplicationDeactivated("a1"));
        var inactive = given.and(new ProjectCommand.DeactivateApp("a1"));
        inactive.when(new ProjectCommand.DeactivateApp("a1")).nothing();
        inactive.when(new ProjectCommand.ReactivateApp("a1")).then(new ProjectEvent.ApplicationReactivated("a1"));
        given.when(new ProjectCommand.ReactivateApp("a1")).nothing();
    }
}
