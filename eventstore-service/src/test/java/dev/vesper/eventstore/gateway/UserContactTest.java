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

/** What people are called and how they are reached, over both faces. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class UserContactTest {
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
    void an_address_is_verified_by_the_code_that_was_returned_and_by_no_other(Face face) {
        var user = user(face, "mail");
        var set = call(face, "POST", user + "/email", "{\"email\": \"new@example.com\", \"returnCode\": {}}")
                .isOk();
        assertThat(set.text("/verificationCode")).matches("[A-Z0-9]{6}");
        call(face, "POST", user + "/email:verify", "{\"verificationCode\": \"000\"}")
                .isInvalid("verificationCode");
        var again = call(face, "POST", user + "/email:resendCode", "{\"returnCode\": {}}")
                .isOk();
        verify(face, user + "/email", set).isInvalid("verificationCode");
        verify(face, user + "/email", again).isOk();
        verify(face, user + "/email", again).isRefused("CODE_NOT_FOUND");
        call(face, "POST", user + "/email:resendCode", "{}").isRefused("EMAIL_VERIFIED");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_code_that_is_sent_is_not_answered_and_its_link_is_checked(Face face) {
        var user = user(face, "sent");
        var link = "{\"email\": \"s@example.com\", \"sendCode\": {\"urlTemplate\": \"%s\"}}";
        var sent = call(face, "POST", user + "/email", link.formatted("https://a.example/?c={{.Code}}&u={{.UserID}}"));
        assertThat(sent.isOk().body().path("verificationCode").asText()).isEmpty();
        call(face, "POST", user + "/email", link.formatted("https://a.example/?c={{.Password}}"))
                .isInvalid("sendCode.urlTemplate");
        call(face, "POST", user + "/email", link.formatted("javascript:alert(1)"))
                .isInvalid("sendCode.urlTemplate");
        call(face, "POST", user + "/email", "{\"email\": \"nowhere\"}").isInvalid("email");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_phone_comes_is_verified_and_goes(Face face) {
        var user = user(face, "phone");
        call(face, "POST", user + "/phone", "{\"phone\": \"12\"}").isInvalid("phone");
        call(face, "POST", user + "/phone:resendCode", "{}").isRefused("PHONE_NOT_FOUND");
        call(face, "POST", user + "/phone", "{\"phone\": \"+41791234567\", \"returnCode\": {}}")
                .isOk();
        var again = call(face, "POST", user + "/phone:resendCode", "{\"returnCode\": {}}")
                .isOk();
        call(face, "POST", user + "/phone:verify", "{\"verificationCode\": \"0\"}")
                .isInvalid("verificationCode");
        verify(face, user + "/phone", again).isOk();
        call(face, "DELETE", user + "/phone", "").isOk();
        call(face, "POST", user + "/phone:verify", "{\"verificationCode\": \"0\"}")
                .isRefused("CODE_NOT_FOUND");
        call(face, "DELETE", "/admin/v1/users/nobody/phone", "").isRefused("USER_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_profile_changes_where_the_mask_says(Face face) {
        var user = user(face, "profile");
        call(
                        face,
                        "PATCH",
                        user + "/profile",
                        "{\"profile\": {\"givenName\": \"Grace\"}, \"updateMask\": \"givenName\"}")
                .isOk();
        call(face, "PATCH", user + "/profile", "{\"profile\": {\"givenName\": \"Grace\"}}")
                .isInvalid("profile.familyName");
        call(face, "PATCH", user + "/profile", "{\"updateMask\": \"password\"}").isInvalid("updateMask");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_user_name_changes_and_leaves_the_old_one_free(Face face) {
        var user = user(face, "before");
        var other = user(face, "other");
        call(face, "PUT", user + "/userName", "{\"userName\": \"after-%s\"}".formatted(face))
                .isOk();
        call(face, "PUT", other + "/userName", "{\"userName\": \"AFTER-%s\"}".formatted(face))
                .isRefused("USER_NAME_TAKEN");
        call(face, "PUT", other + "/userName", "{\"userName\": \"before-%s\"}".formatted(face))
                .isOk();
        call(face, "PUT", user + "/userName", "{\"userName\": \"a b\"}").isInvalid("userName");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void the_instance_says_how_codes_are_made(Face face) {
        var path = "/admin/v1/secretGenerators";
        call(face, "PUT", path + "/verify_phone_code", "{\"length\": 8, \"expiry\": \"600s\", \"includeDigits\": true}")
                .isOk();
        assertThat(call(face, "GET", path, "").isOk().body().toString()).contains("\"length\":8", "600s");
        var user = user(face, "digits");
        var set = call(face, "POST", user + "/phone", "{\"phone\": \"+41791234567\", \"returnCode\": {}}");
        assertThat(set.text("/verificationCode")).matches("[0-9]{8}");
        call(face, "PUT", path + "/verify_phone_code", "{\"length\": 3}").isInvalid("length");
        call(face, "PUT", path + "/no_such_code", "{\"length\": 8}").isRefused("SECRET_GENERATOR_NOT_FOUND");
    }

    private Answer verify(Face face, String path, Answer made) {
        return call(
                face,
                "POST",
                path + ":verify",
                "{\"verificationCode\": \"%s\"}".formatted(made.text("/verificationCode")));
    }

    private String user(Face face, String name) {
        return "/admin/v1/users/"
                + call(face, "POST", "/admin/v1/users/human", GatewayTest.user(name + "-" + face))
                        .isOk()
                        .text("/userId");
    }

    private Answer call(Face face, String method, String path, String json) {
        return faces.call(face, method, path, json);
    }
}
