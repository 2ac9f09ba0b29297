package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.HttpRule;
import dev.vesper.eventstore.gateway.rest.Routes.Found;
import dev.vesper.proto.admin.v1.UserServiceGrpc;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesImplBase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutesTest {
    private final Routes routes = Services.routes();

    @ParameterizedTest
    @CsvSource({
        "POST,/admin/v1/users/human,CreateHumanUser",
        "GET,/admin/v1/users/u1,GetUser",
        "DELETE,/admin/v1/users/u1,DeleteUser",
        "POST,/admin/v1/users:search,SearchUsers",
        "POST,/admin/v1/users/u1:lock,LockUser",
        "POST,/admin/v1/users/u1:unlock,UnlockUser",
        "POST,/admin/v1/users/u1%3Aunlock,UnlockUser",
        "DELETE,/admin/v1/users/u1/sessions,DeleteUserSessions",
        "POST,/admin/v1/projects/p1/apps/oidc,CreateOidcApp",
        "POST,/admin/v1/projects/p1/apps:search,SearchApps",
        "PUT,/admin/v1/projects/p1/apps/a1/oidc,UpdateOidcApp",
        "POST,/admin/v1/projects/p1/apps/a1/oidc:regenerateSecret,RegenerateSecret",
        "GET,/admin/v1/sessions/s1/logouts,ListSessionLogouts",
        "PUT,/admin/v1/features,SetFeatures",
        "DELETE,/system/v1/features,ResetSystemFeatures"
    })
    void leads_each_operation_of_the_contract_to_its_method(String httpMethod, String path, String method) {
        assertThat(routes.find(httpMethod, path))
                .isInstanceOfSatisfying(
                        Found.Matched.class,
                        found -> assertThat(found.route().method().getName()).isEqualTo(method));
    }

    @Test
    void names_the_methods_that_a_path_takes_instead() {
        assertThat(routes.find("PATCH", "/admin/v1/users/u1"))
                .isEqualTo(new Found.OtherMethods(Set.of("DELETE", "GET")));
        assertThat(routes.find("GET", "/admin/v1/users/u1:lock")).isEqualTo(new Found.OtherMethods(Set.of("POST")));
    }

    @Test
    void finds_nothing_where_nothing_is() {
        assertThat(routes.find("GET", "/admin/v1/nothing")).isEqualTo(new Found.Nothing());
        assertThat(routes.find("POST", "/admin/v1/users/u1:fly")).isEqualTo(new Found.Nothing());
    }

    @Test
    void prefers_the_path_that_is_written_out() {
        var variable = Services.route(
                UserServiceGrpc.getGetUserMethod(), HttpRule.newBuilder().setGet("/v1/users/{user_id}"));
        var literal = Services.route(
                UserServiceGrpc.getSearchUsersMethod(), HttpRule.newBuilder().setGet("/v1/users/human"));

        assertThat(new Routes(List.of(variable, literal)).find("GET", "/v1/users/human"))
                .isEqualTo(new Found.Matched(literal, Map.of()));
    }

    @Test
    void refuses_a_service_whose_methods_say_nothing_of_http() {
        var services = List.of(new UserQueriesImplBase() {}.bindService());

        assertThatThrownBy(() -> Routes.of(services)).hasMessageContaining("has no google.api.http option");
    }

    @Test
    void refuses_a_path_or_body_that_names_no_field() {
        var method = UserServiceGrpc.getGetUserMethod();

        assertThatThrownBy(() -> Services.route(method, HttpRule.newBuilder().setGet("/v1/{id}")))
                .hasMessageContaining("no field id");
        assertThatThrownBy(() -> Services.route(
                        method, HttpRule.newBuilder().setPost("/v1/x").setBody("user")))
                .hasMessageContaining("no field user");
    }
}
