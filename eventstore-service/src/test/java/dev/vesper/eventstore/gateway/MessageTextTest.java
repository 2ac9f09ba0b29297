package dev.vesper.eventstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.gateway.rest.AdminServices;
import dev.vesper.eventstore.gateway.rest.BothFaces;
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
final class MessageTextTest {
    @TestHTTPResource
    URI server;

    @Inject
    AdminServices services;

    @ParameterizedTest
    @EnumSource(Face.class)
    void texts_are_set_shown_with_their_source_and_reset(Face face) {
        try (var faces = new BothFaces(server, AdminToken.read(), services)) {
            var org = faces.call(face, "POST", "/admin/v1/users/human", GatewayTest.user("texts-" + face))
                    .isOk()
                    .text("/details/resourceOwner");
            for (var level : new String[] {"/admin/v1/texts", "/admin/v1/orgs/" + org + "/texts"}) {
                var path = level + "/InitCode/de";
                faces.call(face, "PUT", path, "{\"text\": {\"subject\": \"Hallo\", \"text\": \"{{.Code}}\"}}")
                        .isOk();
                faces.call(face, "PUT", path, "{\"text\": {\"text\": \"{{.Secret}}\"}}")
                        .isInvalid("text.text");
                faces.call(face, "PUT", level + "/NoSuch/de", "{}").isRefused("MESSAGE_TYPE_NOT_FOUND");
                faces.call(face, "DELETE", path, "").isOk();
                faces.call(face, "DELETE", level + "/NoSuch/de", "").isRefused("MESSAGE_TYPE_NOT_FOUND");
            }
            var shown =
                    faces.call(face, "GET", "/admin/v1/texts/InitCode/de", "").isOk();
            assertThat(shown.text("/source")).isEqualTo("default");
            faces.call(face, "GET", "/admin/v1/texts/InitCode/no_language!", "").isInvalid("language");
            faces.call(face, "PUT", "/admin/v1/orgs/none/texts/InitCode/de", "{\"text\": {\"text\": \"x\"}}")
                    .isRefused("ORG_NOT_FOUND");
        }
    }
}
