package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.vesper.eventstore.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The conventions that every operation keeps. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class RequestsTest {
    @Test
    void the_same_request_again_gets_the_same_answer_and_is_not_done_again() {
        var body = Map.of("name", "Asked twice", "requestId", "twice-1");
        var first = admin().body(body).post("/admin/v1/projects").then().statusCode(200);
        var again = admin().body(body).post("/admin/v1/projects").then().statusCode(200);

        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(again.extract().header("X-Consistency-Token")).isNotEmpty();
    }

    @Test
    void an_answer_with_a_secret_is_repeated_too() {
        var project = project("With a secret");
        var app = Map.of("name", "Web", "redirectUris", List.of("https://x.example/cb"), "requestId", "secret-1");
        var path = "/admin/v1/projects/" + project + "/apps/oidc";
        var first = admin().body(app).post(path).then().statusCode(200).body("clientSecret", notNullValue());
        admin().body(app)
                .post(path)
                .then()
                .statusCode(200)
                .body("clientSecret", equalTo(first.extract().path("clientSecret")));
    }

    @Test
    void another_request_under_the_same_id_is_refused() {
        admin().body(Map.of("name", "One", "requestId", "other-1")).post("/admin/v1/projects");
        admin().body(Map.of("name", "Another", "requestId", "other-1"))
                .post("/admin/v1/projects")
                .then()
                .statusCode(409)
                .body("details.reason", hasItem("REQUEST_ID_REUSED"));
        admin().body(Map.of("name", "Another", "requestId", " "))
                .post("/admin/v1/projects")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("requestId"));
    }

    @Test
    void a_request_that_failed_may_be_made_again() {
        var id = Map.of("requestId", "failed-1", "name", "");
        admin().body(id).post("/admin/v1/projects").then().statusCode(400);
        admin().body(Map.of("requestId", "failed-1", "name", "Now with a name"))
                .post("/admin/v1/projects")
                .then()
                .statusCode(200);
    }

    @Test
    void a_write_that_is_bound_to_what_was_read_is_refused_when_somebody_was_faster() {
        var project = project("Read and changed");
        var app = admin().body(Map.of("name", "Web", "redirectUris", List.of("https://x.example/cb")))
                .post("/admin/v1/projects/" + project + "/apps/oidc")
                .then()
                .extract();
        var path = "/admin/v1/projects/" + project + "/apps/" + app.path("appId") + "/oidc:regenerateSecret";
        String read = app.path("details.sequence");
        // Another app in the same project is no change of this one.
        admin().body(Map.of("name", "Other", "redirectUris", List.of("https://x.example/cb")))
                .post("/admin/v1/projects/" + project + "/apps/oidc");

        String changed = admin().body(Map.of("etag", read))
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .path("details.sequence");

        admin().body(Map.of("etag", read))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo(10))
                .body("details.reason", hasItem("ETAG_OUTDATED"))
                .body("details.metadata.currentEtag", hasItem(changed));
        admin().delete("/admin/v1/projects/" + project + "?etag=1").then().statusCode(200);
        admin().body(Map.of("etag", "soon")).post(path).then().statusCode(400);
    }

    @Test
    void a_page_token_is_good_for_its_own_search_alone() {
        var token = admin().body("{\"pageSize\": 5}")
                .post("/admin/v1/users:search")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("nextPageToken");

        admin().body(Map.of("pageSize", 7, "pageToken", token))
                .post("/admin/v1/users:search")
                .then()
                .statusCode(200);
        for (var other : List.of(
                Map.of("pageToken", token, "userName", "ada"),
                Map.of("pageToken", "x" + token),
                Map.of("pageToken", "!"))) {
            admin().body(other)
                    .post("/admin/v1/users:search")
                    .then()
                    .statusCode(400)
                    .body("details.reason", hasItem("PAGE_TOKEN_INVALID"))
                    .body("details.fieldViolations.flatten().field", hasItem("pageToken"));
        }
    }

    @Test
    void a_mask_names_fields_of_what_is_updated() {
        admin().body(Map.of("redirectUris", List.of("https://x.example/cb")))
                .put("/admin/v1/projects/p/apps/a/oidc?updateMask=redirectUris,shape")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("updateMask"));
    }

    @Test
    void the_log_is_searched_without_its_secrets_and_says_who_did_what() {
        var project = project("Audited");
        var found = admin().body(Map.of("aggregateIds", List.of(project)))
                .post("/admin/v1/events:search")
                .then()
                .statusCode(200)
                .body("events.type", hasItem("project.added"))
                .body("events[0].creator", notNullValue())
                .body("events[0].payload.name", equalTo("Audited"));
        assertThat(found.extract().<String>path("events[0].cursor")).matches("\\d+\\.\\d+");
        var secrets = admin().body(Map.of("aggregateTypes", List.of("web_key", "user"), "pageSize", 1000))
                .post("/admin/v1/events:search")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(secrets)
                .contains("web_key.added")
                .doesNotContain("$argon2id$")
                .doesNotContain("\"privateKey\":{");
    }

    @Test
    void pages_of_the_log_follow_each_other() {
        var project = project("Paged");
        admin().delete("/admin/v1/projects/" + project);
        var filter = Map.<String, Object>of("aggregateIds", List.of(project), "pageSize", 1);
        var first = admin().body(filter)
                .post("/admin/v1/events:search")
                .then()
                .statusCode(200)
                .extract();
        var second = admin().body(Map.of(
                        "aggregateIds", List.of(project), "pageSize", 1, "pageToken", first.path("nextPageToken")))
                .post("/admin/v1/events:search")
                .then()
                .statusCode(200)
                .extract();

        assertThat(first.<String>path("events[0].type")).isEqualTo("project.removed");
        assertThat(second.<String>path("events[0].type")).isEqualTo("project.added");
        assertThat(second.<String>path("nextPageToken")).isNull();
    }

    private static String project(String name) {
        return admin().body(Map.of("name", name))
                .post("/admin/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .path("projectId");
    }
}
