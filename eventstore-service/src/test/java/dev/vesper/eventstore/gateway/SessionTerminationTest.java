package dev.vesper.eventstore.gateway;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.gateway.rest.AdminServices;
import dev.vesper.eventstore.gateway.rest.BothFaces;
import dev.vesper.eventstore.gateway.rest.BothFaces.Answer;
import dev.vesper.eventstore.gateway.rest.BothFaces.Face;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class SessionTerminationTest {
    @TestHTTPResource
    URI server;

    @Inject
    AdminServices services;

    @ParameterizedTest
    @EnumSource(Face.class)
    void sessions_end_by_user_client_organisation_or_all_together(Face face) {
        try (var faces = new BothFaces(server, AdminToken.read(), services)) {
            var user = faces.call(face, "POST", "/admin/v1/users/human", GatewayTest.user("ended-" + face))
                    .isOk();
            var project = faces.call(face, "POST", "/admin/v1/projects", "{\"name\": \"Ended %s\"}".formatted(face))
                    .isOk();
            var client = faces.call(
                            face,
                            "POST",
                            "/admin/v1/projects/" + project.text("/projectId") + "/apps/oidc",
                            "{\"name\": \"App\", \"redirectUris\": [\"https://a.example/callback\"]}")
                    .isOk();
            terminate(faces, face, "userId", user.text("/userId")).isOk();
            terminate(faces, face, "organisationId", user.text("/details/resourceOwner"))
                    .isOk();
            terminate(faces, face, "clientId", client.text("/clientId")).isOk();
            faces.call(face, "POST", "/admin/v1/sessions:terminate", "{\"entireInstance\": true}")
                    .isOk();

            terminate(faces, face, "userId", "nobody").isRefused("USER_NOT_FOUND");
            terminate(faces, face, "organisationId", "none").isRefused("ORG_NOT_FOUND");
            terminate(faces, face, "clientId", "no-client").isRefused("APP_NOT_FOUND");
            terminate(faces, face, "clientId", "noclient").isRefused("APP_NOT_FOUND");
            faces.call(face, "POST", "/admin/v1/sessions:terminate", "{}").isInvalid("userId");
            faces.call(face, "POST", "/admin/v1/sessions:terminate", "{\"entireInstance\": false}")
                    .isInvalid("entireInstance");
        }
    }

    private static Answer terminate(BothFaces faces, Face face, String field, String id) {
        return faces.call(face, "POST", "/admin/v1/sessions:terminate", "{\"%s\": \"%s\"}".formatted(field, id));
    }
}
