package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.Prompt;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Page;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Session Management 1.0. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class SessionManagementTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private RelyingParty alpha;

    @BeforeEach
    void begin() {
        world.reset();
        browser = new Browser(home);
        alpha = new RelyingParty(home, Fixtures.ALPHA);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void section_2_a_sign_in_answers_the_hash_of_client_origin_and_browser_state_with_its_salt() throws Exception {
        String sessionState = sessionState(signIn());

        String salt = sessionState.substring(sessionState.indexOf('.') + 1);
        assertThat(sessionState)
                .isEqualTo(
                        sha256(Fixtures.ALPHA + " https://rp.example.com " + browserState() + " " + salt) + "." + salt)
                .doesNotContain(" ");
    }

    @Test
    void section_2_single_sign_on_keeps_the_state_and_another_sign_in_changes_it() {
        signIn();
        String before = browserState();
        Page silent = browser.get(alpha.authorize(Prompt.Type.NONE));
        assertThat(sessionState(silent)).isNotEmpty();
        assertThat(browserState()).isEqualTo(before);

        signIn();
        assertThat(browserState()).isNotEqualTo(before);
    }

    @Test
    void section_3_2_the_state_is_gone_after_a_sign_out() {
        String hint = alpha.exchange(signIn()).getOIDCTokens().getIDTokenString();
        var page = browser.get("/oidc/v1/end_session?id_token_hint=" + hint);

        assertThat(page.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("vesper-browser-state=; Max-Age=0"));
    }

    @Test
    void section_3_2_the_cookie_is_for_scripts_and_says_nothing() {
        Page page = signIn();

        assertThat(page.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("vesper-browser-state=")
                        .doesNotContain("HttpOnly")
                        .doesNotContain(world.sessions.keySet().iterator().next()));
    }

    @Test
    void section_3_2_the_frame_may_stand_anywhere_and_runs_our_script_alone() {
        Page frame = browser.get("/oidc/v1/check_session");

        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.header("x-frame-options")).isEmpty();
        assertThat(frame.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("frame-ancestors");
        assertThat(alpha.provider.getCheckSessionIframeURI()).hasPath("/oidc/v1/check_session");
    }

    private Page signIn() {
        return SignIns.as(browser, "ada", "analytical", alpha.authorize(Prompt.Type.LOGIN));
    }

    private static String sessionState(Page page) {
        return page.redirectParameters().getOrDefault("session_state", "");
    }

    private String browserState() {
        return browser.cookies().getOrDefault("vesper-browser-state", "");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
