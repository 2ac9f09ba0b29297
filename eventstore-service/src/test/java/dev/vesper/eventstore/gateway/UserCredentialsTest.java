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

/** Passwords and second factors, over both faces. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class UserCredentialsTest {
    private static final String RETURN = "{\"returnCode\": {}}";

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
    void a_password_is_set_by_an_admin_by_the_current_one_or_by_a_code(Face face) {
        var user = user(face, "password", true);
        var password = user + "/password";
        call(face, "POST", password, "{\"newPassword\": \"Battery-Staple-1\", \"changeRequired\": true}")
                .isOk();
        call(face, "POST", password, "{\"newPassword\": \"short\"}").isInvalid("newPassword");
        call(face, "POST", password, "{\"newPassword\": \"Battery-Staple-2\", \"currentPassword\": \"no\"}")
                .isInvalid("currentPassword");
        call(
                        face,
                        "POST",
                        password,
                        "{\"newPassword\": \"Battery-Staple-2\", \"currentPassword\": \"Battery-Staple-1\"}")
                .isOk();
        call(face, "POST", password + ":requestCode", "{\"channel\": \"PASSWORD_CODE_CHANNEL_SMS\"}")
                .isRefused("PHONE_NOT_VERIFIED");
        var code = call(face, "POST", password + ":requestCode", RETURN).isOk().text("/verificationCode");
        var byCode = "{\"newPassword\": \"Battery-Staple-3\", \"verificationCode\": \"%s\"}";
        call(face, "POST", password, byCode.formatted("no")).isInvalid("verificationCode");
        call(face, "POST", password, byCode.formatted(code)).isOk();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_person_without_a_password_is_let_in_by_a_code(Face face) {
        for (var way : new String[] {"/initializationCode", "/inviteCode"}) {
            var user = user(face, way.substring(1), false);
            call(face, "POST", user + way + ":resend", RETURN).isRefused("CODE_NOT_FOUND");
            call(face, "POST", user + way, RETURN).isOk();
            var code = call(face, "POST", user + way + ":resend", RETURN).isOk().text("/verificationCode");
            call(face, "POST", user + way + ":verify", "{\"verificationCode\": \"no\"}")
                    .isInvalid("verificationCode");
            call(face, "POST", user + way + ":verify", "{\"verificationCode\": \"%s\"}".formatted(code))
                    .isOk();
            var other = user(face, way.substring(1) + "-other", true);
            call(face, "POST", other + way, RETURN).isRefused("USER_INITIALIZED");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void second_factors_come_and_go(Face face) {
        var user = user(face, "factor", true);
        call(face, "POST", user + "/totp:verify", "{\"code\": \"1\"}").isRefused("TOTP_NOT_FOUND");
        var made = call(face, "POST", user + "/totp", "{}").isOk();
        assertThat(made.text("/uri")).contains(made.text("/secret"));
        call(face, "POST", user + "/totp:verify", "{\"code\": \"1\"}").isInvalid("code");
        call(face, "DELETE", user + "/totp", "").isOk();
        call(face, "POST", user + "/otpSms", "{}").isRefused("PHONE_NOT_VERIFIED");
        call(face, "POST", user + "/phone", "{\"phone\": \"+41791234567\", \"isVerified\": true}")
                .isOk();
        call(face, "POST", user + "/otpSms", "{}").isOk();
        call(face, "DELETE", user + "/otpSms", "").isOk();
        call(face, "POST", user + "/otpEmail", "{}").isOk();
        call(face, "DELETE", user + "/otpEmail", "").isOk();
        for (var path : new String[] {"/totp", "/otpSms", "/otpEmail"}) {
            call(face, "POST", "/admin/v1/users/nobody" + path, "{}").isRefused("USER_NOT_FOUND");
            call(face, "DELETE", "/admin/v1/users/nobody" + path, "").isRefused("USER_NOT_FOUND");
        }
    }

    private String user(Face face, String name, boolean withPassword) {
        var json = GatewayTest.user(name + "-" + face);
        return "/admin/v1/users/"
                + call(
                                face,
                                "POST",
                                "/admin/v1/users/human",
                                withPassword ? json : json.replaceFirst(", *\"password\".*}}", "}"))
                        .isOk()
                        .text("/userId");
    }

    private Answer call(Face face, String method, String path, String json) {
        return faces.call(face, method, path, json);
    }
}
