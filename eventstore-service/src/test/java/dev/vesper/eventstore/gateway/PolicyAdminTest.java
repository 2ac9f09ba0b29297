package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.admin.v1.GetPolicyRequest;
import dev.vesper.proto.admin.v1.NotificationPolicy;
import dev.vesper.proto.admin.v1.PolicyServiceGrpc;
import dev.vesper.proto.admin.v1.ResetPolicyRequest;
import dev.vesper.proto.admin.v1.SetPolicyRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class PolicyAdminTest {
    private static final String INSTANCE = "/admin/v1/policies/";

    @TestHTTPResource
    URI http;

    @Test
    void a_policy_is_read_set_and_taken_back_on_both_levels() {
        String org = "/admin/v1/orgs/"
                + admin().body("{\"name\": \"Ruling\"}").post("/admin/v1/orgs").path("orgId") + "/policies/";
        admin().delete(INSTANCE + "password-complexity");
        admin().get(org + "password-complexity")
                .then()
                .statusCode(200)
                .body("source", equalTo("default"))
                .body("passwordComplexity.minLength", equalTo(8));
        admin().body("{\"minLength\": 10, \"hasNumber\": true}")
                .put(org + "password-complexity")
                .then()
                .statusCode(200);
        admin().get(org + "password-complexity")
                .then()
                .body("source", equalTo("org"))
                .body("passwordComplexity.minLength", equalTo(10))
                .body("passwordComplexity.hasNumber", equalTo(true));
        admin().delete(org + "password-complexity").then().statusCode(200);
        admin().get(org + "password-complexity").then().body("source", equalTo("default"));
        admin().body("{\"idle\": \"3600s\", \"absolute\": \"0s\"}")
                .put(INSTANCE + "session-lifetime")
                .then()
                .statusCode(200);
        admin().get(org + "session-lifetime")
                .then()
                .body("source", equalTo("instance"))
                .body("sessionLifetime.idle", equalTo("3600s"));
        admin().delete(INSTANCE + "session-lifetime").then().statusCode(200);
    }

    @Test
    void what_cannot_be_ruled_is_refused() {
        admin().body("{\"maxPasswordAttempts\": -1}")
                .put(INSTANCE + "lockout")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("maxPasswordAttempts"));
        admin().get(INSTANCE + "weather").then().statusCode(404).body("details.reason", hasItem("POLICY_NOT_FOUND"));
        admin().body("{}")
                .put("/admin/v1/orgs/unknown-1/policies/login")
                .then()
                .statusCode(404)
                .body("details.reason", hasItem("ORG_NOT_FOUND"));
    }

    @Test
    void all_of_it_goes_over_grpc_too() {
        try (var face = new GrpcFace(http)) {
            var policies = PolicyServiceGrpc.newBlockingStub(face.asAdmin());
            var get = GetPolicyRequest.newBuilder().setKind("notification").build();
            var set = SetPolicyRequest.newBuilder()
                    .setNotification(NotificationPolicy.newBuilder().setPasswordChange(false));
            policies.setPolicy(set.build());
            assertThat(policies.getPolicy(get).getSource()).isEqualTo("instance");
            policies.resetPolicy(
                    ResetPolicyRequest.newBuilder().setKind("notification").build());
            assertThat(policies.getPolicy(get).getNotification().getPasswordChange())
                    .isTrue();
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> policies.setPolicy(SetPolicyRequest.getDefaultInstance()))
                    .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT));
        }
    }
}
