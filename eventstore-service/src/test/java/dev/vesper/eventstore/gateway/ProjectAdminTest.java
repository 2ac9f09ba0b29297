package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.admin.v1.AddProjectRoleRequest;
import dev.vesper.proto.admin.v1.ApiAppServiceGrpc;
import dev.vesper.proto.admin.v1.AppServiceGrpc;
import dev.vesper.proto.admin.v1.CreateApiAppRequest;
import dev.vesper.proto.admin.v1.DeactivateProjectRequest;
import dev.vesper.proto.admin.v1.OidcConfig;
import dev.vesper.proto.admin.v1.ProjectRoleServiceGrpc;
import dev.vesper.proto.admin.v1.ProjectServiceGrpc;
import dev.vesper.proto.admin.v1.UpdateOidcAppRequest;
import dev.vesper.proto.admin.v1.UpdateProjectRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class ProjectAdminTest {
    @TestHTTPResource
    URI http;

    @Test
    void a_project_is_renamed_stopped_and_started() {
        String project = "/admin/v1/projects/" + project("Renamed");
        admin().body("{\"name\": \"Other name\"}")
                .patch(project)
                .then()
                .statusCode(200)
                .body("details.sequence", equalTo("2"));
        admin().body("{\"name\": \"\"}")
                .patch(project)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("name"));
        admin().body("{}")
                .patch(project)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("name"));
        admin().post(project + ":deactivate").then().statusCode(200).body("details.sequence", equalTo("3"));
        admin().post(project + ":reactivate").then().statusCode(200).body("details.sequence", equalTo("4"));
        admin().post("/admin/v1/projects/unknown-1:deactivate").then().statusCode(404);
    }

    @Test
    void roles_are_added_alone_and_together_changed_and_removed() {
        String roles = "/admin/v1/projects/" + project("With roles") + "/roles";
        admin().body("{\"key\": \"reader\"}").post(roles).then().statusCode(200);
        admin().body("{\"key\": \"reader\"}")
                .post(roles)
                .then()
                .statusCode(409)
                .body("details.reason", hasItem("ROLE_KEY_TAKEN"));
        admin().body("{\"roles\": [{\"key\": \"writer\"}, {\"key\": \"a b\"}]}")
                .post(roles + ":bulk")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("roles[1].key"));
        admin().body("{\"roles\": [{\"key\": \"writer\"}, {\"key\": \"owner\", \"group\": \"Staff\"}]}")
                .post(roles + ":bulk")
                .then()
                .statusCode(200);
        admin().body("{\"displayName\": \"Reads\"}")
                .put(roles + "/reader")
                .then()
                .statusCode(200);
        admin().delete(roles + "/reader").then().statusCode(200);
        admin().delete(roles + "/reader").then().statusCode(404).body("details.reason", hasItem("ROLE_NOT_FOUND"));
        admin().body("{\"contains\": \"wri\"}")
                .post(roles + ":search")
                .then()
                .statusCode(200)
                .body("roles.key", hasItem("wri"));
    }

    @Test
    void apps_are_renamed_stopped_and_found_over_projects() {
        String apps = "/admin/v1/projects/" + project("With apps") + "/apps";
        String app = apps + "/"
                + admin().body("{\"name\": \"Alpha\", \"redirectUris\": [\"https://alpha.example/callback\"]}")
                        .post(apps + "/oidc")
                        .path("appId");
        admin().body("{\"name\": \"Beta\"}").patch(app).then().statusCode(200);
        admin().post(app + ":deactivate").then().statusCode(200);
        admin().post(app + ":reactivate").then().statusCode(200);
        admin().post(apps + "/unknown-1:deactivate")
                .then()
                .statusCode(404)
                .body("details.reason", hasItem("APP_NOT_FOUND"));
        admin().body("{\"nameContains\": \"b\"}")
                .post("/admin/v1/apps:search")
                .then()
                .statusCode(200);
    }

    @Test
    void an_api_is_created_changed_and_given_a_new_secret() {
        String apps = "/admin/v1/projects/" + project("With an API") + "/apps";
        var created = admin().body("{\"name\": \"Api\"}").post(apps + "/api").then();
        created.statusCode(200).body("clientSecret", notNullValue()).body("clientId", notNullValue());
        String api = apps + "/" + created.extract().path("appId");
        admin().post(api + "/api:regenerateSecret").then().statusCode(200).body("clientSecret", notNullValue());
        admin().body("{\"authMethodType\": \"API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT\"}")
                .put(api + "/api")
                .then()
                .statusCode(200);
        admin().post(api + "/api:regenerateSecret")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("APP_HAS_NO_SECRET"));
        admin().body("{\"redirectUris\": [\"https://alpha.example/callback\"]}")
                .put(api + "/oidc")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("APP_IS_AN_API"));
    }

    @Test
    void all_of_it_goes_over_grpc_too() {
        String projectId = project("Over gRPC too");
        try (var face = new GrpcFace(http)) {
            var projects = ProjectServiceGrpc.newBlockingStub(face.asAdmin());
            var renamed = projects.updateProject(UpdateProjectRequest.newBuilder()
                    .setProjectId(projectId)
                    .setName("Renamed over gRPC")
                    .build());
            assertThat(renamed.getDetails().getSequence()).isEqualTo(2);
            var role =
                    AddProjectRoleRequest.newBuilder().setProjectId(projectId).setKey("reader");
            ProjectRoleServiceGrpc.newBlockingStub(face.asAdmin()).addProjectRole(role.build());
            var api = CreateApiAppRequest.newBuilder().setProjectId(projectId).setName("Api");
            assertThat(ApiAppServiceGrpc.newBlockingStub(face.asAdmin())
                            .createApiApp(api.build())
                            .getClientSecret())
                    .isNotEmpty();
            var nowhere = DeactivateProjectRequest.newBuilder()
                    .setProjectId("unknown-1")
                    .build();
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> projects.deactivateProject(nowhere))
                    .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
        }
    }

    @Test
    void a_bad_field_is_named_as_each_face_was_sent_it() {
        String projectId = project("With a bad app");
        String apps = "/admin/v1/projects/" + projectId + "/apps";
        String appId = admin().body("{\"name\": \"Alpha\", \"redirectUris\": [\"https://alpha.example/callback\"]}")
                .post(apps + "/oidc")
                .path("appId");
        admin().body("{\"redirectUris\": [\"http://alpha.example/callback\"]}")
                .put(apps + "/" + appId + "/oidc")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("redirectUris[0]"));
        try (var face = new GrpcFace(http)) {
            var update = UpdateOidcAppRequest.newBuilder()
                    .setProjectId(projectId)
                    .setAppId(appId)
                    .setConfig(OidcConfig.newBuilder().addRedirectUris("http://alpha.example/callback"));
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(
                            () -> AppServiceGrpc.newBlockingStub(face.asAdmin()).updateOidcApp(update.build()))
                    .satisfies(e ->
                            assertThat(StatusProto.fromThrowable(e).toString()).contains("config.redirectUris[0]"));
        }
    }

    private static String project(String name) {
        return admin().body("{\"name\": \"" + name + "\"}")
                .post("/admin/v1/projects")
                .path("projectId");
    }
}
