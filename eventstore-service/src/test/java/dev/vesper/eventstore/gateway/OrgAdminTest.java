package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.google.protobuf.Duration;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.admin.v1.CreateOrgRequest;
import dev.vesper.proto.admin.v1.DeleteOrgRequest;
import dev.vesper.proto.admin.v1.InstanceServiceGrpc;
import dev.vesper.proto.admin.v1.OrgServiceGrpc;
import dev.vesper.proto.admin.v1.SetOidcSettingsRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class OrgAdminTest {
    private static final String ORGS = "/admin/v1/orgs";

    @TestHTTPResource
    URI http;

    @Test
    void an_organisation_is_created_renamed_stopped_started_and_removed() {
        String org = ORGS + "/" + org("Lifecycle");
        admin().body("{\"name\": \"lifecycle\"}")
                .post(ORGS)
                .then()
                .statusCode(409)
                .body("details.reason", hasItem("ORG_NAME_TAKEN"));
        admin().body("{\"name\": \"\"}")
                .post(ORGS)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("name"));
        admin().body("{\"name\": \"Lifecycle two\"}").patch(org).then().statusCode(200);
        admin().post(org + ":deactivate").then().statusCode(200);
        admin().post(org + ":reactivate").then().statusCode(200);
        admin().delete(org).then().statusCode(200).body("details.consistencyToken", notNullValue());
        admin().delete(org).then().statusCode(404).body("details.reason", hasItem("ORG_NOT_FOUND"));
        admin().get(ORGS + "/o7").then().statusCode(200).body("org.orgId", equalTo("o7"));
        admin().get(ORGS + "/unknown-1/domains").then().statusCode(404);
        admin().body("{\"nameContains\": \"x\", \"state\": \"ORG_STATE_ACTIVE\"}")
                .post(ORGS + ":search")
                .then()
                .statusCode(200);
    }

    @Test
    void domains_are_added_verified_made_primary_and_removed() {
        String domains = ORGS + "/" + org("With domains") + "/domains";
        admin().body("{\"domain\": \"acme.example\"}").post(domains).then().statusCode(200);
        admin().body("{\"domain\": \"http://acme.example\"}")
                .post(domains)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("domain"));
        admin().post(domains + "/acme.example:setPrimary")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("DOMAIN_NOT_VERIFIED"));
        admin().post(domains + "/acme.example:verify").then().statusCode(200);
        admin().post(domains + "/acme.example:setPrimary").then().statusCode(200);
        admin().delete(domains + "/acme.example")
                .then()
                .statusCode(400)
                .body("details.reason", hasItem("DOMAIN_IS_PRIMARY"));
        admin().delete(domains + "/other.example").then().statusCode(404);
    }

    @Test
    void an_instance_is_told_its_name_language_domains_and_lifetimes() {
        String instance = "/admin/v1/instance";
        admin().get(instance).then().statusCode(200).body("instance.instanceId", equalTo("default"));
        admin().body("{\"name\": \"Main\", \"defaultLanguage\": \"de\"}")
                .patch(instance)
                .then()
                .statusCode(200);
        admin().body("{\"defaultLanguage\": \"not one\"}")
                .patch(instance)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("defaultLanguage"));
        admin().body("{\"defaultOrgId\": \"unknown-1\"}").patch(instance).then().statusCode(404);
        admin().body("{\"domain\": \"id.example.com\"}")
                .post(instance + "/domains")
                .then()
                .statusCode(200);
        admin().delete(instance + "/domains/id.example.com").then().statusCode(200);
        admin().post(instance + "/domains/id.example.com:setPrimary").then().statusCode(404);
        admin().body("{\"idTokenLifetime\": \"0s\"}")
                .put("/admin/v1/settings/oidc")
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("idTokenLifetime"));
        admin().get("/admin/v1/settings/oidc").then().statusCode(200).body("settings.idTokenLifetime", equalTo("60s"));
    }

    @Test
    void all_of_it_goes_over_grpc_too() {
        try (var face = new GrpcFace(http)) {
            var orgs = OrgServiceGrpc.newBlockingStub(face.asAdmin());
            var created = orgs.createOrg(
                    CreateOrgRequest.newBuilder().setName("Over gRPC").build());
            var delete =
                    DeleteOrgRequest.newBuilder().setOrgId(created.getOrgId()).build();
            assertThat(orgs.deleteOrg(delete).getDetails().getSequence()).isGreaterThan(1);
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> orgs.deleteOrg(delete))
                    .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
            var settings = SetOidcSettingsRequest.newBuilder()
                    .setAccessTokenLifetime(Duration.newBuilder().setSeconds(3600))
                    .build();
            assertThat(InstanceServiceGrpc.newBlockingStub(face.asAdmin())
                            .setOidcSettings(settings)
                            .hasDetails())
                    .isTrue();
        }
    }

    private static String org(String name) {
        return admin().body("{\"name\": \"" + name + "\"}").post(ORGS).path("orgId");
    }
}
