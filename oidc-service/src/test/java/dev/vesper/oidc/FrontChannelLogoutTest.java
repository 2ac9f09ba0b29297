package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Page;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import dev.vesper.oidc.world.World.Registration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Front-Channel Logout 1.0. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class FrontChannelLogoutTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private String hint;

    @BeforeEach
    void signIn() {
        world.reset();
        browser = new Browser(home);
        RelyingParty front = new RelyingParty(home, Fixtures.FRONT);
        Page back = SignIns.as(browser, "ada", "analytical", front.authorize(Prompt.Type.LOGIN));
        hint = front.exchange(back).getOIDCTokens().getIDTokenString();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void section_2_the_page_has_a_frame_with_iss_and_sid_and_keeps_the_query_of_the_uri() throws Exception {
        Page page = end(Map.of());

        String sid = SignedJWT.parse(hint).getJWTClaimsSet().getStringClaim("sid");
        String issuer = URLEncoder.encode(RelyingParty.trimmed(home), StandardCharsets.UTF_8);
        assertThat(frames(page)).containsExactly(Fixtures.FRAME_URI + "&iss=" + issuer + "&sid=" + sid);
        assertThat(page.body()).contains("<strong>front-client</strong>", "told by this browser");
    }

    @Test
    void the_policy_of_the_page_allows_exactly_the_origins_of_its_frames() {
        assertThat(end(Map.of()).header("content-security-policy"))
                .endsWith("; frame-src https://front.example.com:8443")
                .contains("frame-ancestors 'none'", "default-src 'none'");
        assertThat(browser.get("/oidc/v1/end_session").header("content-security-policy"))
                .doesNotContain("frame-src");
    }

    @Test
    void section_4_1_the_redirect_waits_for_the_frames_and_works_without_javascript() {
        Page page = end(Map.of("post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI, "state", "a&b"));

        assertThat(page.isRedirect()).isFalse();
        assertThat(page.body())
                .contains(
                        "<a id=\"continue\" href=\"" + Fixtures.LOGGED_OUT_URI + "?state=a%26b\">",
                        "<noscript><meta http-equiv=\"refresh\" content=\"3;url=" + Fixtures.LOGGED_OUT_URI
                                + "?state=a%26b\"></noscript>",
                        "src=\"/assets/signed-out.js\"",
                        "data-timeout=\"2500\"");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void an_app_that_was_removed_or_moved_since_it_joined_is_not_framed_or_framed_where_it_is() {
        register("https://moved.example.com/bye", false);
        assertThat(frames(end(Map.of())))
                .singleElement()
                .satisfies(frame -> assertThat(frame).startsWith("https://moved.example.com/bye?iss="));

        signIn();
        register(Fixtures.FRAME_URI, true);
        assertThat(frames(browser.get("/oidc/v1/end_session?id_token_hint=" + hint)))
                .isEmpty();
    }

    @Test
    void iframe_injection_by_a_registered_uri_is_impossible() {
        for (String attack : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "https://a.example;script-src",
                "https://user@a.example/",
                "https://a.example/'\"><script>alert(1)</script>",
                "https://*/x",
                "//a.example/")) {
            register(attack, false);
            Page page = end(Map.of());

            assertThat(frames(page)).as(attack).isEmpty();
            assertThat(page.body()).doesNotContain("alert(1)", "javascript:");
            assertThat(page.header("content-security-policy")).doesNotContain("a.example");
            signIn();
        }
    }

    @Test
    void an_app_without_a_uri_is_not_waited_for() {
        register("", false);

        Page page = end(Map.of("post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));
        assertThat(page.location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
    }

    private Page end(Map<String, String> parameters) {
        var all = new java.util.LinkedHashMap<>(parameters);
        all.put("id_token_hint", hint);
        return browser.get("/oidc/v1/end_session?" + Browser.encode(all));
    }

    private void register(String uri, boolean removed) {
        var app = Fixtures.app(
                Fixtures.FRONT, Fixtures.web().setFrontChannelLogoutUri(uri).build());
        world.registrations.put(Fixtures.FRONT, new Registration(app, Fixtures.SECRET, removed));
    }

    private static List<String> frames(Page page) {
        return Pattern.compile("<iframe [^>]*src=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map((MatchResult frame) -> frame.group(1).replace("&amp;", "&"))
                .toList();
    }
}
