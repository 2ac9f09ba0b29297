package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.HttpRule;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.AppServiceGrpc;
import dev.vesper.proto.admin.v1.CreateHumanUserRequest;
import dev.vesper.proto.admin.v1.CreateOidcAppRequest;
import dev.vesper.proto.admin.v1.GrantType;
import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.OidcConfig;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.SessionServiceGrpc;
import dev.vesper.proto.admin.v1.UpdateOidcAppRequest;
import dev.vesper.proto.admin.v1.UserServiceGrpc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestBindingTest {
    private static final Route CREATE_USER = Services.route(
            UserServiceGrpc.getCreateHumanUserMethod(),
            HttpRule.newBuilder().setPost("/users").setBody("*"));
    private static final Route CREATE_APP = Services.route(
            AppServiceGrpc.getCreateOidcAppMethod(),
            HttpRule.newBuilder().setPost("/projects/{project_id}/apps").setBody("*"));
    private static final Route UPDATE_APP = Services.route(
            AppServiceGrpc.getUpdateOidcAppMethod(),
            HttpRule.newBuilder().setPut("/projects/{project_id}/apps").setBody("config"));
    private static final Route SEARCH_SESSIONS = Services.route(
            SessionServiceGrpc.getSearchSessionsMethod(), HttpRule.newBuilder().setGet("/users/{user_id}/sessions"));

    @Test
    void a_body_fills_the_whole_request() {
        var request = bound(CREATE_USER, """
                {"userName": "ada", "profile": {"givenName": "Ada", "family_name": "Lovelace"}, "phone": null,
                 "password": {"password": "secret", "changeRequired": true}}
                """);

        assertThat(request)
                .isEqualTo(CreateHumanUserRequest.newBuilder()
                        .setUserName("ada")
                        .setProfile(
                                HumanProfile.newBuilder().setGivenName("Ada").setFamilyName("Lovelace"))
                        .setPassword(CreateHumanUserRequest.Password.newBuilder()
                                .setPassword("secret")
                                .setChangeRequired(true))
                        .build());
    }

    @Test
    void path_and_body_make_one_request() {
        var request = new RequestBinding(CREATE_APP)
                .body(json("""
                        {"name": "Alpha", "redirectUris": ["https://a/1", "https://a/2"],
                         "grantTypes": ["GRANT_TYPE_REFRESH_TOKEN"], "accessTokenType": "ACCESS_TOKEN_TYPE_JWT"}
                        """))
                .path(Map.of("project_id", "p1"))
                .build();

        assertThat(request)
                .isEqualTo(CreateOidcAppRequest.newBuilder()
                        .setProjectId("p1")
                        .setName("Alpha")
                        .addAllRedirectUris(List.of("https://a/1", "https://a/2"))
                        .addGrantTypes(GrantType.GRANT_TYPE_REFRESH_TOKEN)
                        .setAccessTokenType(AccessTokenType.ACCESS_TOKEN_TYPE_JWT)
                        .build());
    }

    @Test
    void a_body_may_be_one_field_and_the_query_the_others() {
        var request = new RequestBinding(UPDATE_APP)
                .body(json("{\"devMode\": true}"))
                .path(Map.of("project_id", "p1"))
                .query(Map.of("appId", List.of("a1")))
                .build();

        assertThat(request)
                .isEqualTo(UpdateOidcAppRequest.newBuilder()
                        .setProjectId("p1")
                        .setAppId("a1")
                        .setConfig(OidcConfig.newBuilder().setDevMode(true))
                        .build());
    }

    @Test
    void a_query_may_name_nested_and_repeated_fields() {
        var route = Services.route(
                AppServiceGrpc.getUpdateOidcAppMethod(), HttpRule.newBuilder().setGet("/apps"));
        var request = new RequestBinding(route)
                .query(Map.of(
                        "config.redirectUris", List.of("https://a", "https://b"), "config.dev_mode", List.of("true")))
                .build();

        assertThat(request)
                .isEqualTo(UpdateOidcAppRequest.newBuilder()
                        .setConfig(OidcConfig.newBuilder()
                                .addRedirectUris("https://a")
                                .addRedirectUris("https://b")
                                .setDevMode(true))
                        .build());
    }

    @Test
    void a_query_reads_numbers_and_booleans() {
        var request = new RequestBinding(SEARCH_SESSIONS)
                .path(Map.of("user_id", "u1"))
                .query(Map.of("pageSize", List.of("5"), "active", List.of("false")))
                .build();

        assertThat(request)
                .isEqualTo(SearchSessionsRequest.newBuilder()
                        .setUserId("u1")
                        .setPageSize(5)
                        .setActive(false)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nickName\": 1}|nickName is not a field that this method knows",
                "{\"profile\": {\"nickName\": 1}}|profile.nickName is not a field that this method knows",
                "{\"userName\": 5}|userName must be a string",
                "{\"userName\": {}}|userName must be a string",
                "{\"profile\": \"Ada\"}|profile must be an object",
                "{\"email\": {\"isVerified\": \"yes\"}}|email.isVerified must be true or false",
                "[]|The body must be an object",
                "null|The body must be an object",
                "{\"userName\": \"a\", \"userName\": \"b\"}|Duplicate",
                "{\"userName\": |The body is not JSON",
                "{} {}|The body is not JSON",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}|nesting depth"
            })
    void refuses_a_bad_body_and_names_the_field(String body, String message) {
        assertThatThrownBy(() -> bound(CREATE_USER, body))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"redirectUris\": \"https://a\"}|redirectUris must be a list",
                "{\"redirectUris\": [\"https://a\", 1]}|redirectUris[1] must be a string",
                "{\"grantTypes\": [\"CODE\"]}|grantTypes[0] must be one of GRANT_TYPE_AUTHORIZATION_CODE, GRANT_TYPE_",
                "{\"appType\": true}|appType must be one of APP_TYPE_WEB, APP_TYPE_USER_AGENT, APP_TYPE_NATIVE",
                "{\"devMode\": 1}|devMode must be true or false",
                "{\"projectId\": \"p2\"}|projectId differs from the one in the path"
            })
    void refuses_bad_elements_enums_and_what_contradicts_the_path(String body, String message) {
        var binding = new RequestBinding(CREATE_APP).body(json(body)).path(Map.of("project_id", "p1"));

        assertThatThrownBy(binding::build).isInstanceOf(InvalidRequest.class).hasMessageContaining(message);
    }

    @Test
    void names_all_that_is_wrong_at_once() {
        assertThatThrownBy(() -> bound(CREATE_USER, "{\"userName\": 5, \"nick\": 1, \"email\": {\"email\": []}}"))
                .hasMessage("userName must be a string; nick is not a field that this method knows; "
                        + "email.email must be a string");
    }

    @ParameterizedTest
    @CsvSource({
        "size,5,size is not a parameter of this method",
        "pageSize,many,pageSize must be a whole number in range",
        "pageSize,3000000000,pageSize must be a whole number in range",
        "user_id,u2,user_id is not a parameter of this method",
        "userId,u2,userId is not a parameter of this method"
    })
    void refuses_a_bad_query_parameter(String name, String value, String message) {
        var binding = new RequestBinding(SEARCH_SESSIONS)
                .path(Map.of("user_id", "u1"))
                .query(Map.of(name, List.of(value)));

        assertThatThrownBy(binding::build).hasMessageContaining(message);
    }

    @Test
    void refuses_a_single_parameter_given_twice_and_any_beside_a_body_that_is_the_whole_request() {
        var twice = new RequestBinding(SEARCH_SESSIONS).query(Map.of("clientId", List.of("a", "b")));
        var beside = new RequestBinding(CREATE_USER).query(Map.of("userName", List.of("ada")));

        assertThatThrownBy(twice::build).hasMessageContaining("clientId is given more than once");
        assertThatThrownBy(beside::build).hasMessageContaining("userName is not a parameter");
    }

    private static Object bound(Route route, String body) {
        return new RequestBinding(route).body(json(body)).build();
    }

    private static JsonNode json(String text) {
        return new JsonReader(8).read(text.getBytes(StandardCharsets.UTF_8));
    }
}
