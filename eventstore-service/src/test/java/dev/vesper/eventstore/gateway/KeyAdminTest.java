package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.admin.v1.CreateKeyRequest;
import dev.vesper.proto.admin.v1.DeleteKeyRequest;
import dev.vesper.proto.admin.v1.KeyServiceGrpc;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class KeyAdminTest {
    private static final String KEYS = "/admin/v1/keys";

    @TestHTTPResource
    URI http;

    @Test
    void a_key_is_made_signs_gives_way_and_goes() {
        String first = KEYS + "/" + key();
        String second = KEYS + "/" + key();
        admin().post(first + ":activate").then().statusCode(200).body("details.sequence", equalTo("2"));
        admin().post(first + ":deactivate").then().statusCode(400).body("details.reason", hasItem("WEB_KEY_NEEDED"));
        admin().post(second + ":activate").then().statusCode(200);
        admin().delete(second).then().statusCode(400).body("details.reason", hasItem("WEB_KEY_ACTIVE"));
        admin().delete(first).then().statusCode(200);
        admin().delete(first).then().statusCode(404).body("details.reason", hasItem("WEB_KEY_NOT_FOUND"));
        admin().get(KEYS).then().statusCode(200).body("keys.keyId", hasItem("k7"));
        admin().body("{\"algorithm\": \"HS256\"}")
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("details.fieldViolations.flatten().field", hasItem("algorithm"));
    }

    @Test
    void all_of_it_goes_over_grpc_too() {
        try (var face = new GrpcFace(http)) {
            var keys = KeyServiceGrpc.newBlockingStub(face.asAdmin());
            String keyId = keys.createKey(
                            CreateKeyRequest.newBuilder().setAlgorithm("ES256").build())
                    .getKeyId();
            var delete = DeleteKeyRequest.newBuilder().setKeyId(keyId).build();
            assertThat(keys.deleteKey(delete).getDetails().getSequence()).isEqualTo(2);
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> keys.deleteKey(delete))
                    .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
        }
    }

    private static String key() {
        return admin().body("{\"algorithm\": \"ES256\"}").post(KEYS).path("keyId");
    }
}
