package dev.vesper.oidc.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.world.Fixtures;
import dev.vesper.proto.admin.v1.AppType;
import dev.vesper.proto.admin.v1.OidcConfig;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, section 3.1.2; RFC 9700, section 4.1; RFC 8252, section 7.3. */
final class RedirectUriTest {
    private static final OidcConfig NATIVE = Fixtures.web()
            .setAppType(AppType.APP_TYPE_NATIVE)
            .clearRedirectUris()
            .addRedirectUris("http://127.0.0.1/callback")
            .addRedirectUris("com.example.app:/callback")
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rp.example.com/callback/",
                "https://rp.example.com/callback?x=1",
                "https://rp.example.com/callback#x",
                "https://RP.example.com/callback",
                "https://rp.example.com:443/callback",
                "https://rp.example.com/x/../callback",
                "https://rp.example.com/%63allback",
                "https://rp.example.com@evil.example/callback",
                "http://rp.example.com/callback",
                "https://evil.example/callback"
            })
    void rfc_9700_4_1_3_anything_but_the_registered_string_is_refused(String uri) {
        assertThat(check(uri, Fixtures.web().build())).isEqualTo("person: REDIRECT_URI_NOT_REGISTERED");
    }

    @Test
    void rfc_6749_3_1_2_3_it_must_be_there() {
        assertThat(Drafts.refusal("redirect_uri", "x=")).isEqualTo("person: REDIRECT_URI_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/callback", "http://127.0.0.1:51004/callback", "com.example.app:/callback"})
    void rfc_8252_7_3_a_native_app_on_loopback_chooses_its_port(String uri) {
        assertThat(check(uri, NATIVE)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:80@evil.example/callback",
                "http://127.0.0.1:/callback",
                "http://127.0.0.1:80:81/callback",
                "http://localhost:51004/callback",
                "http://127.0.0.1:51004/other",
                "https://127.0.0.1:51004/callback",
                "http://127.0.0.1.evil.example:51004/callback"
            })
    void rfc_8252_7_3_nothing_but_the_port_may_differ(String uri) {
        assertThat(check(uri, NATIVE)).isEqualTo("person: REDIRECT_URI_NOT_REGISTERED");
    }

    @Test
    void a_web_app_on_loopback_does_not_choose_its_port() {
        OidcConfig web =
                Fixtures.web().addRedirectUris("http://127.0.0.1/callback").build();

        assertThat(check("http://127.0.0.1:51004/callback", web)).isEqualTo("person: REDIRECT_URI_NOT_REGISTERED");
    }

    private static String check(String uri, OidcConfig client) {
        String query = Drafts.GOOD.replaceAll("redirect_uri=[^&]*", "redirect_uri=" + URLEncoder.encode(uri, UTF_8));
        return Drafts.describe(Checks.firstRefusal(Drafts.of(query, client)));
    }
}
