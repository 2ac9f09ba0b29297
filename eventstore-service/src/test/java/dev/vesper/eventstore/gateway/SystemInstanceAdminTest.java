package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.system.v1.DeleteInstanceRequest;
import dev.vesper.proto.system.v1.SearchInstancesRequest;
import dev.vesper.proto.system.v1.SystemInstanceServiceGrpc;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class SystemInstanceAdminTest {
    private static final String INSTANCES = "/system/v1/instances";

    @TestHTTPResource
    URI http;

    @Test
    void a_second_instance_truly_works_until_it_is_removed() {
        var created = create("b.example.com").statusCode(200).extract();
        String id = created.path("instanceId");
        String token = created.path("personalAccessToken");
        given().auth()
                .oauth2(token)
                .header("Host", "b.example.com")
                .get("/admin/v1/instance")
                .then()
                .statusCode(200)
                .body("instance.instanceId", equalTo(id));
        create("b.example.com").statusCode(409).body("details.reason", hasItem("DOMAIN_TAKEN"));
        String domains = INSTANCES + "/" + id + "/domains";
        admin().body("{\"domain\": \"b2.example.com\"}").post(domains).then().statusCode(200);
        admin().post(domains + "/b2.example.com:setPrimary").then().statusCode(200);
        admin().delete(domains + "/b2.example.com")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("DOMAIN_IS_PRIMARY"));
        admin().delete(INSTANCES + "/" + id).then().statusCode(200).body("details.consistencyToken", notNullValue());
        admin().delete(INSTANCES + "/" + id)
                .then()
                .statusCode(404)
                .body("details.reason", hasItem("INSTANCE_NOT_FOUND"));
    }

    @Test
    void what_is_missing_is_named_as_the_caller_sent_it() {
        admin().body("{\"name\": \"C\", \"domains\": [\"c.example.com\"]}")
                .post(INSTANCES)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("admin"));
        admin().body("{\"name\": \"C\", \"domains\": [\"c.example.com\"], \"admin\": {\"userName\": \"x\"}}")
                .post(INSTANCES)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("admin.profile.givenName"));
        admin().delete(INSTANCES + "/default")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("INSTANCE_IS_YOURS"));
        admin().get(INSTANCES + "/unknown-1").then().statusCode(404);
    }

    @Test
    void all_of_it_goes_over_grpc_too() {
        try (var face = new GrpcFace(http)) {
            var instances = SystemInstanceServiceGrpc.newBlockingStub(face.asAdmin());
            assertThat(instances
                            .searchInstances(SearchInstancesRequest.getDefaultInstance())
                            .getInstancesList())
                    .isNotEmpty();
            var nowhere = DeleteInstanceRequest.newBuilder()
                    .setInstanceId("unknown-1")
                    .build();
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> instances.deleteInstance(nowhere))
                    .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
        }
    }

    private static ValidatableResponse create(String domain) {
        return admin().body("""
                {"name": "B", "domains": ["%s"], "defaultLanguage": "de", "admin": %s}
                """.formatted(domain, GatewayTest.user("admin")))
                .post(INSTANCES)
                .then();
    }
}
