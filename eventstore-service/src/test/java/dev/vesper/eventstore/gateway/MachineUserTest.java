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

/** Machines, metadata and grants, over both faces. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class MachineUserTest {
    private static final String USERS = "/admin/v1/users/";

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
    void a_machine_is_created_and_described(Face face) {
        var machine = machine(face, "robot");
        call(face, "POST", USERS + "machine", json(face, "robot")).isRefused("USER_NAME_TAKEN");
        call(face, "POST", USERS + "machine", "{\"userName\": \"x-%s\"}".formatted(face))
                .isInvalid("name");
        call(face, "PUT", machine + "/machine", "{\"name\": \"R2\", \"accessTokenType\": \"ACCESS_TOKEN_TYPE_JWT\"}")
                .isOk();
        call(face, "PUT", machine + "/machine", "{}").isInvalid("name");
        call(face, "POST", machine + "/email", "{\"email\": \"a@example.com\"}").isRefused("USER_NOT_HUMAN");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_token_opens_the_api_until_it_is_removed(Face face) {
        var machine = machine(face, "pat");
        call(face, "POST", machine + "/pats", "{\"expirationDate\": \"2020-01-01T00:00:00Z\"}")
                .isInvalid("expirationDate");
        var made = call(face, "POST", machine + "/pats", "{}").isOk();
        assertThat(made.text("/token")).hasSizeGreaterThan(60);
        call(face, "GET", machine + "/pats", "").isOk();
        call(face, "DELETE", machine + "/pats/" + made.text("/tokenId"), "").isOk();
        call(face, "POST", human(face, "pat") + "/pats", "{}").isRefused("USER_NOT_MACHINE");
        call(face, "DELETE", USERS + "nobody/pats/x", "").isRefused("USER_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keys_are_made_or_uploaded_and_removed(Face face) {
        var machine = machine(face, "key");
        var made = call(face, "POST", machine + "/keys", "{}").isOk();
        assertThat(made.text("/keyContent")).contains("BEGIN PRIVATE KEY", "serviceaccount", made.text("/keyId"));
        call(face, "POST", machine + "/keys", "{\"publicKey\": \"no key\"}").isInvalid("publicKey");
        call(face, "GET", machine + "/keys", "").isOk();
        call(face, "DELETE", machine + "/keys/" + made.text("/keyId"), "").isOk();
        call(face, "DELETE", machine + "/keys/" + made.text("/keyId"), "").isRefused("MACHINE_KEY_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_secret_is_shown_once_and_removed(Face face) {
        var machine = machine(face, "secret");
        var made = call(face, "POST", machine + "/secret", "{}").isOk();
        assertThat(made.text("/clientSecret")).hasSize(43);
        assertThat(machine).endsWith(made.text("/clientId"));
        call(face, "DELETE", machine + "/secret", "").isOk();
        call(face, "POST", human(face, "secret") + "/secret", "{}").isRefused("USER_NOT_MACHINE");
        call(face, "DELETE", USERS + "nobody/secret", "").isRefused("USER_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void metadata_is_set_alone_or_together_and_removed(Face face) {
        var metadata = human(face, "metadata") + "/metadata";
        call(face, "PUT", metadata + "/color", "{\"value\": \"Ymx1ZQ==\"}").isOk();
        call(face, "PUT", metadata + "/color", "{}").isInvalid("value");
        var both = "{\"metadata\": [{\"key\": \"a\", \"value\": \"YQ==\"}, {\"key\": \"%s\", \"value\": \"Yg==\"}]}";
        call(face, "POST", metadata + ":bulkSet", both.formatted("b")).isOk();
        call(face, "POST", metadata + ":bulkSet", both.formatted("a")).isInvalid("metadata");
        assertThat(call(face, "GET", metadata + "/color", "").isOk().text("/metadata/key"))
                .isEqualTo("color");
        call(face, "POST", metadata + ":search", "{\"keyPrefix\": \"a\"}").isOk();
        call(face, "DELETE", metadata + "/color", "").isOk();
        call(face, "DELETE", metadata + "/color", "").isRefused("METADATA_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void grants_name_roles_of_a_project_that_is_there(Face face) {
        var grants = human(face, "grant") + "/grants";
        var project = call(face, "POST", "/admin/v1/projects", "{\"name\": \"Grants %s\"}".formatted(face))
                .isOk()
                .text("/projectId");
        var grant = "{\"projectId\": \"%s\", \"roleKeys\": [\"reader\"]}";
        call(face, "POST", grants, grant.formatted("none")).isRefused("PROJECT_NOT_FOUND");
        var added = call(face, "POST", grants, grant.formatted(project)).isOk().text("/grantId");
        call(face, "POST", grants, grant.formatted(project)).isRefused("USER_GRANT_EXISTS");
        call(face, "PUT", grants + "/" + added, "{\"roleKeys\": [\"writer\"]}").isOk();
        call(face, "PUT", grants + "/" + added, "{}").isInvalid("roleKeys");
        call(face, "POST", "/admin/v1/userGrants:search", "{}").isOk();
        call(face, "DELETE", grants + "/" + added, "").isOk();
        call(face, "DELETE", grants + "/" + added, "").isRefused("USER_GRANT_NOT_FOUND");
    }

    private String machine(Face face, String name) {
        return USERS
                + call(face, "POST", USERS + "machine", json(face, name)).isOk().text("/userId");
    }

    private static String json(Face face, String name) {
        return "{\"userName\": \"%s-%s\", \"name\": \"A machine\"}".formatted(name, face);
    }

    private String human(Face face, String name) {
        return USERS
                + call(face, "POST", USERS + "human", GatewayTest.user("human-" + name + "-" + face))
                        .isOk()
                        .text("/userId");
    }

    private Answer call(Face face, String method, String path, String json) {
        return faces.call(face, method, path, json);
    }
}
