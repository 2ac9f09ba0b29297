package dev.vesper.projection.read.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.ApiAuthMethodType;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.AppState;
import dev.vesper.proto.admin.v1.GrantType;
import dev.vesper.proto.admin.v1.SearchAppsRequest;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetAppQuery;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchAppsQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppsTest {
    private final ReadSide readSide = new ReadSide();
    private final AppReader apps = new AppReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void an_app_is_shown_with_its_whole_configuration() {
        given(
                new ProjectEvent.Added("Project"),
                new ProjectEvent.ApplicationAdded("a1", "Alpha"),
                new ProjectEvent.OidcConfigAdded("a1", "c1", "hash", config("https://alpha.example/logout")));

        App app = get();

        assertThat(app.getName()).isEqualTo("Alpha");
        assertThat(app.getState()).isEqualTo(AppState.APP_STATE_ACTIVE);
        assertThat(app.getClientId()).isEqualTo("c1");
        assertThat(app.getOidc().getRedirectUrisList()).containsExactly("https://alpha.example/cb");
        assertThat(app.getOidc().getGrantTypesList())
                .containsExactly(GrantType.GRANT_TYPE_AUTHORIZATION_CODE, GrantType.GRANT_TYPE_REFRESH_TOKEN);
        assertThat(app.getOidc().getBackChannelLogoutUri()).isEqualTo("https://alpha.example/logout");
        assertThat(app.getDetails().getSequence()).isEqualTo(3);
        assertThat(readSide.views().rows("projections.apps7_oidc_configs"))
                .singleElement()
                .asString()
                .doesNotContain("hash");
    }

    @Test
    void an_app_of_the_system_before_is_shown_like_one_of_ours() {
        givenForeign("project.added", "{\"name\": \"Shop\", \"projectRoleCheck\": true}");
        givenForeign("project.application.added", "{\"appId\": \"a1\", \"name\": \"Web\"}");
        givenForeign(
                "project.application.config.oidc.added",
                "{\"appId\": \"a1\", \"clientId\": \"c1\", \"redirectUris\": [\"https://shop.example/cb\"],"
                        + " \"responseTypes\": [0], \"grantTypes\": [0, 2], \"authMethodType\": 2}");
        givenForeign("project.application.config.oidc.changed", "{\"appId\": \"a1\", \"devMode\": true}");
        givenForeign("project.application.changed", "{\"appId\": \"a1\", \"name\": \"Shop\"}");

        App app = get();

        assertThat(app.getName()).isEqualTo("Shop");
        assertThat(app.getClientId()).isEqualTo("c1");
        assertThat(app.getOidc().getRedirectUrisList()).containsExactly("https://shop.example/cb");
        assertThat(app.getOidc().getGrantTypesList())
                .containsExactly(GrantType.GRANT_TYPE_AUTHORIZATION_CODE, GrantType.GRANT_TYPE_REFRESH_TOKEN);
        assertThat(app.getOidc().getAuthMethodType().name()).isEqualTo("AUTH_METHOD_TYPE_NONE");
    }

    @Test
    void a_new_configuration_replaces_the_old_one() {
        givenAnApp();
        given(new ProjectEvent.OidcConfigChanged("a1", "c1", config(null)));

        assertThat(get().getOidc().getBackChannelLogoutUri()).isEmpty();
        assertThat(get().getDetails().getSequence()).isEqualTo(4);
    }

    @Test
    void an_app_is_inactive_while_it_or_its_project_is() {
        givenAnApp();
        given(new ProjectEvent.ApplicationDeactivated("a1"));
        assertThat(get().getState()).isEqualTo(AppState.APP_STATE_INACTIVE);
        given(new ProjectEvent.ApplicationReactivated("a1"), new ProjectEvent.Deactivated());
        assertThat(get().getState()).isEqualTo(AppState.APP_STATE_INACTIVE);
        given(new ProjectEvent.Reactivated());
        assertThat(get().getState()).isEqualTo(AppState.APP_STATE_ACTIVE);
    }

    @Test
    void a_removed_app_is_gone_for_admins_and_still_known_as_a_client() {
        givenAnApp();
        given(new ProjectEvent.ApplicationRemoved("a1"));

        assertThatThrownBy(this::get).hasMessageContaining("NOT_FOUND");
        assertThat(client().getRemoved()).isTrue();
        assertThat(client().getApp().getOidc().getBackChannelLogoutUri()).isEqualTo("https://alpha.example/logout");
        assertThat(client().getPosition())
                .isEqualTo(readSide.history().events().getLast().position());
    }

    @Test
    void the_apps_of_a_removed_project_are_removed() {
        givenAnApp();
        given(new ProjectEvent.Removed());

        assertThatThrownBy(this::get).hasMessageContaining("NOT_FOUND");
        assertThat(client().getRemoved()).isTrue();
    }

    @Test
    void a_search_filters_by_name_and_client() {
        givenAnApp();
        given(new ProjectEvent.ApplicationAdded("a2", "Beta"));

        assertThat(search(SearchAppsRequest.newBuilder())).containsExactly("a1", "a2");
        assertThat(search(SearchAppsRequest.newBuilder().setName("Beta"))).containsExactly("a2");
        assertThat(search(SearchAppsRequest.newBuilder().setClientId("c1"))).containsExactly("a1");
    }

    @Test
    void a_search_over_all_projects_filters_by_state_owner_ids_and_a_part_of_the_name() {
        givenAnApp();
        given(new ProjectEvent.ApplicationAdded("a2", "Beta"), new ProjectEvent.ApplicationDeactivated("a2"));
        readSide.history().add("p2", new ProjectEvent.ApplicationAdded("a3", "Alphabet"));
        readSide.apply();

        assertThat(searchAll(SearchAppsRequest.newBuilder())).containsExactly("a1", "a2", "a3");
        assertThat(searchAll(SearchAppsRequest.newBuilder().setNameContains("ALPHA")))
                .containsExactly("a1", "a3");
        assertThat(searchAll(SearchAppsRequest.newBuilder().setNameContains("%")))
                .isEmpty();
        assertThat(searchAll(SearchAppsRequest.newBuilder().setState(AppState.APP_STATE_INACTIVE)))
                .containsExactly("a2");
        assertThat(searchAll(SearchAppsRequest.newBuilder().addAppIds("a3").addAppIds("a9")))
                .containsExactly("a3");
        assertThat(searchAll(SearchAppsRequest.newBuilder().setOrgId(History.OWNER)))
                .hasSize(3);
        assertThat(searchAll(SearchAppsRequest.newBuilder().setOrgId("other"))).isEmpty();
        assertThat(search(SearchAppsRequest.newBuilder().setNameContains("alpha")))
                .containsExactly("a1");
    }

    @Test
    void a_caller_who_may_see_some_sees_these_alone() {
        givenAnApp();
        readSide.history().add("p2", new ProjectEvent.ApplicationAdded("a3", "Gamma"));
        readSide.apply();

        assertThat(seen(context().toBuilder().addProjectIds("p2"))).containsExactly("a3");
        assertThat(seen(context().toBuilder().addResourceOwners(History.OWNER))).hasSize(2);
        assertThat(seen(context().toBuilder().addResourceOwners("other").addProjectIds("p1")))
                .containsExactly("a1");
    }

    private List<String> seen(QueryContext.Builder context) {
        return apps.search(SearchAppsQuery.newBuilder().setContext(context).build()).getAppsList().stream()
                .map(App::getAppId)
                .toList();
    }

    @Test
    void an_api_is_shown_with_its_way_to_prove_itself() {
        given(
                new ProjectEvent.Added("Project"),
                new ProjectEvent.ApplicationAdded("a1", "Api"),
                new ProjectEvent.ApiConfigAdded("a1", "c1", "hash", "API_AUTH_METHOD_TYPE_BASIC"));

        assertThat(get().getClientId()).isEqualTo("c1");
        assertThat(get().getApi().getAuthMethodType()).isEqualTo(ApiAuthMethodType.API_AUTH_METHOD_TYPE_BASIC);
        assertThat(get().hasOidc()).isFalse();
        given(
                new ProjectEvent.ApiConfigChanged("a1", "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"),
                new ProjectEvent.ApiSecretChanged("a1", "hash"));
        assertThat(get().getApi().getAuthMethodType())
                .isEqualTo(ApiAuthMethodType.API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT);
        assertThat(get().getDetails().getSequence()).isEqualTo(5);
        assertThat(search(SearchAppsRequest.newBuilder().setClientId("c1"))).containsExactly("a1");
    }

    private void givenAnApp() {
        given(
                new ProjectEvent.Added("Project"),
                new ProjectEvent.ApplicationAdded("a1", "Alpha"),
                new ProjectEvent.OidcConfigAdded("a1", "c1", "hash", config("https://alpha.example/logout")));
    }

    private void given(ProjectEvent... events) {
        for (ProjectEvent event : events) {
            readSide.history().add("p1", event);
        }
        readSide.apply();
    }

    private void givenForeign(String type, String payload) {
        readSide.history().addForeign("project", "p1", type, payload);
        readSide.apply();
    }

    private static OidcAppConfig config(@Nullable String backChannelLogoutUri) {
        return new OidcAppConfig(
                List.of("https://alpha.example/cb"),
                List.of(),
                List.of("RESPONSE_TYPE_CODE"),
                List.of("GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN"),
                "APP_TYPE_WEB",
                "AUTH_METHOD_TYPE_BASIC",
                "ACCESS_TOKEN_TYPE_BEARER",
                false,
                backChannelLogoutUri,
                true,
                null,
                false,
                "RS256");
    }

    private App get() {
        return apps.get(GetAppQuery.newBuilder()
                .setContext(context())
                .setProjectId("p1")
                .setAppId("a1")
                .build());
    }

    private Client client() {
        return apps.getClient(GetClientQuery.newBuilder()
                .setContext(context())
                .setClientId("c1")
                .build());
    }

    private List<String> search(SearchAppsRequest.Builder request) {
        return searchAll(request.setProjectId("p1"));
    }

    private List<String> searchAll(SearchAppsRequest.Builder request) {
        SearchAppsQuery query = SearchAppsQuery.newBuilder()
                .setContext(context())
                .setRequest(request)
                .build();
        return apps.search(query).getAppsList().stream().map(App::getAppId).toList();
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
