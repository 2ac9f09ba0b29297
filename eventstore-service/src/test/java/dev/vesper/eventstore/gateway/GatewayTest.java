package dev.vesper.eventstore.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.vesper.eventstore.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class GatewayTest {
    private static final String USERS = "/admin/v1/users/human";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void without_a_token_nobody_gets_in_and_nobody_learns_what_was_wrong_besides() {
        given().contentType(ContentType.JSON)
                .body("{\"nonsense\":")
                .when()
                .post(USERS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo(16))
                .body("details.reason", hasItem("TOKEN_MISSING"));
        given().auth()
                .oauth2("wrong")
                .when()
                .get("/admin/v1/features")
                .then()
                .statusCode(401)
                .body("details.reason", hasItem("TOKEN_INVALID"));
    }

    @Test
    void an_admin_creates_a_user_a_project_and_an_app() {
        var project = admin().body("{\"name\": \"Shop\"}")
                .when()
                .post("/admin/v1/projects")
                .then();
        project.statusCode(200)
                .header("X-Consistency-Token", notNullValue())
                .body("projectId", notNullValue())
                .body("details.sequence", equalTo("1"))
                .body("details.creationDate", notNullValue())
                .body("details.resourceOwner", notNullValue());
        assertThat(project.extract().header("X-Consistency-Token"))
                .isEqualTo(project.extract().path("details.consistencyToken"));
        admin().body(user("ada"))
                .when()
                .post(USERS)
                .then()
                .statusCode(200)
                .body("userId", notNullValue())
                .body("details.consistencyToken", notNullValue());
        admin().body("{\"name\": \"Alpha\", \"redirectUris\": [\"https://alpha.example/callback\"]}")
                .when()
                .post("/admin/v1/projects/" + project.extract().path("projectId") + "/apps/oidc")
                .then()
                .statusCode(200)
                .body("appId", notNullValue())
                .body("clientId", notNullValue())
                .body("clientSecret", notNullValue())
                .body("details.sequence", notNullValue());
    }

    @Test
    void a_taken_name_is_a_conflict() {
        admin().body(user("grace")).when().post(USERS).then().statusCode(200);
        admin().body(user("grace"))
                .when()
                .post(USERS)
                .then()
                .statusCode(409)
                .body("code", equalTo(6))
                .body("details.reason", hasItem("USER_NAME_TAKEN"));
    }

    @Test
    void a_bad_field_is_named_whoever_finds_it() {
        admin().body("{\"userName\": \"x\", \"nickName\": \"y\"}")
                .when()
                .post(USERS)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("nickName"));
        admin().body("{\"userName\": \"x\", \"profile\": {\"familyName\": \"y\"}}")
                .when()
                .post(USERS)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("profile.givenName"));
        admin().body("{\"userName\": \"x\\u0000\"}")
                .when()
                .post(USERS)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("userName"));
    }

    @Test
    void reads_ask_in_the_callers_instance_with_the_callers_token() {
        admin().when()
                .get("/admin/v1/users/u7")
                .then()
                .statusCode(200)
                .body("user.userId", equalTo("u7"))
                .body("user.userName", containsString("/"))
                .body("user.loginNames", emptyIterable());
        var token = admin().body("{\"name\": \"Read\"}")
                .when()
                .post("/admin/v1/projects")
                .header("X-Consistency-Token");
        admin().header("X-Consistency-Token", token)
                .when()
                .get("/admin/v1/users/u7")
                .then()
                .statusCode(200)
                .body("user.userName", containsString("/" + token));
        admin().header("X-Consistency-Token", "!")
                .when()
                .get("/admin/v1/users/u7")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("X-Consistency-Token"));
    }

    @Test
    void notifications_are_searched_and_read() {
        admin().body("{\"state\": \"retrying\", \"kind\": \"email\"}")
                .when()
                .post("/admin/v1/notifications:search")
                .then()
                .statusCode(200)
                .body("notifications[0].state", equalTo("retrying"))
                .body("notifications[0].kind", equalTo("email"));
        admin().when()
                .get("/admin/v1/notifications/n1")
                .then()
                .statusCode(200)
                .body("notification.notificationId", equalTo("n1"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/admin/v1/users/unknown-1",
        "GET,/admin/v1/projects/unknown-1",
        "GET,/admin/v1/projects/p/apps/unknown-1",
        "GET,/admin/v1/sessions/unknown-1",
        "GET,/admin/v1/sessions/unknown-1/logouts",
        "GET,/admin/v1/notifications/unknown-1",
        "POST,/admin/v1/users/unknown-1:lock",
        "GET,/admin/v1/nothing"
    })
    void what_is_not_there_is_not_found(String method, String path) {
        admin().when().request(method, path).then().statusCode(404).body("code", equalTo(5));
    }

    @Test
    void features_are_set_read_and_reset_on_both_levels() {
        for (var level : Map.of("instance", "/admin/v1/features", "system", "/system/v1/features")
                .entrySet()) {
            var path = level.getValue();
            admin().body("{\"backChannelLogout\": {\"enabled\": false}}")
                    .when()
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("details.consistencyToken", notNullValue());
            admin().when()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("backChannelLogout.enabled", equalTo(false))
                    .body("backChannelLogout.source", equalTo(level.getKey()));
            admin().when().delete(path).then().statusCode(200).body("details", notNullValue());
        }
    }

    @Test
    void http_is_spoken_properly() {
        admin().when().patch("/admin/v1/users/u1").then().statusCode(405).header("Allow", "DELETE, GET");
        admin().contentType(ContentType.URLENC)
                .body("name=x")
                .when()
                .post("/admin/v1/projects")
                .then()
                .statusCode(415);
        admin().body("{\"name\": \"" + "x".repeat(2_000_000) + "\"}")
                .when()
                .post("/admin/v1/projects")
                .then()
                .statusCode(413)
                .body("details.reason", hasItem("BODY_TOO_LARGE"));
        admin().body("{\"name\":")
                .when()
                .post("/admin/v1/projects")
                .then()
                .statusCode(400)
                .body("message", containsString("not JSON"));
        admin().queryParam("shape", "round")
                .when()
                .get("/admin/v1/users/u1")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("shape"));
        admin().body("{\"pageSize\": -1}")
                .when()
                .post("/admin/v1/users:search")
                .then()
                .statusCode(400);
        admin().body("{\"pageSize\": 5000}")
                .when()
                .post("/admin/v1/users:search")
                .then()
                .statusCode(200)
                .body("nextPageToken", notNullValue());
    }

    @Test
    void metrics_name_the_route_and_not_each_id() {
        admin().when().get("/admin/v1/users/u4711").then().statusCode(200);

        when().get(metrics)
                .then()
                .body(containsString("uri=\"/admin/v1/users/{user_id}\""))
                .body(not(containsString("u4711")));
    }

    @Test
    void the_description_is_there_for_everybody_and_valid() {
        var document = when().get("/admin/v1/openapi.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(new OpenAPIV3Parser().readContents(document).getMessages()).isEmpty();
    }

    @Test
    void the_page_that_renders_it_loads_all_that_it_needs_from_here() {
        var page = when().get("/admin/docs").then().statusCode(200).extract().asString();
        var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(3).allSatisfy(link -> {
            assertThat(link).startsWith("/");
            when().get(link).then().statusCode(200);
        });
    }

    static RequestSpecification admin() {
        return given().auth().oauth2(AdminToken.read()).contentType(ContentType.JSON);
    }

    static String user(String name) {
        return """
        {"userName": "%s", "profile": {"givenName": "Given", "familyName": "Family"},
         "email": {"email": "%s@example.com", "isVerified": true}, "password": {"password": "Correct-Horse-1"}}
        """.formatted(name, name);
    }
}
