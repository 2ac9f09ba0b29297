package dev.vesper.eventstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who takes messages away, over both faces. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class ProviderAdminTest {
    @TestHTTPResource
    URI server;

    @Inject
    AdminServices services;

    private BothFaces faces;

    @BeforeEach
    void connect() {
        faces = new BothFaces(server, AdminToken.read(), services);
    }

    @AfterEach
    void disconnect() {
        faces.close();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void mail_servers_are_kept(Face face) {
        life(
                face,
                "/admin/v1/smtp",
                "{\"description\": \"Mail\", \"server\": {\"host\": \"mail.example.com:587\","
                        + " \"senderAddress\": \"noreply@example.com\"}, \"secret\": \"hush\"}",
                "SMTP_NOT_FOUND");
        call(face, "POST", "/admin/v1/smtp", "{\"description\": \"Mail\", \"server\": {\"host\": \"x\"}}")
                .isInvalid("server.host");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void senders_of_text_messages_are_kept(Face face) {
        life(
                face,
                "/admin/v1/sms",
                "{\"description\": \"Sms\", \"http\": {\"endpoint\": \"https://sms.example.com/send\"}}",
                "SMS_NOT_FOUND");
        call(face, "POST", "/admin/v1/sms", "{\"description\": \"Sms\", \"twilio\": {}}")
                .isInvalid("twilio.sid");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void webhooks_are_kept(Face face) {
        life(
                face,
                "/admin/v1/webhooks",
                "{\"name\": \"Audit\", \"endpoint\": \"https://audit.example.com\", \"eventTypes\": [\"user.\"]}",
                "WEBHOOK_NOT_FOUND");
        call(face, "POST", "/admin/v1/webhooks", "{\"name\": \"Audit\", \"endpoint\": \"x\"}")
                .isInvalid("endpoint");
    }

    /** From its creation to its end. */
    private void life(Face face, String path, String json, String notFound) {
        var created = call(face, "POST", path, json).isOk();
        assertThat(created.body().toString()).doesNotContain("hush");
        var one = path + "/" + created.text("/id");
        call(face, "GET", one, "").isOk();
        call(face, "POST", path + ":search", "{\"active\": true}").isOk();
        call(face, "PUT", one, json).isOk();
        call(face, "POST", one + ":activate", "{}").isOk();
        call(face, "POST", one + ":deactivate", "{}").isOk();
        call(face, "DELETE", one, "").isOk();
        call(face, "GET", path + "/unknown-1", "").isRefused("NOT_FOUND");
        call(face, "PUT", one, json).isRefused(notFound);
        call(face, "POST", one + ":activate", "{}").isRefused(notFound);
        call(face, "POST", one + ":deactivate", "{}").isRefused(notFound);
        call(face, "DELETE", one, "").isRefused(notFound);
    }

    private Answer call(Face face, String method, String path, String json) {
        return faces.call(face, method, path, json);
    }
}
