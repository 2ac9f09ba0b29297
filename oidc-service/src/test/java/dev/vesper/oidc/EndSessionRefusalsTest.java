package dev.vesper.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect RP-Initiated Logout 1.0: requests that end nothing and are answered with a page. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class EndSessionRefusalsTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private RelyingParty alpha;

    @SuppressWarnings("NullAway.Init")
    private String hint;

    @BeforeEach
    void signIn() {
        world.reset();
        browser = new Browser(home);
        alpha = new RelyingParty(home, Fixtures.ALPHA);
        hint = signIn(browser, "ada", "analytical");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void section_3_a_uri_that_is_not_registered_is_never_redirected_to() {
        refusedWithPage(Map.of("id_token_hint", hint, "post_logout_redirect_uri", "https://rp.example.com/other"));
    }

    @Test
    void section_3_a_query_added_to_the_uri_makes_it_another() {
        refusedWithPage(
                Map.of("id_token_hint", hint, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI + "?foo=bar"));
    }

    @Test
    void section_2_a_hint_without_a_signature_is_refused() {
        String[] parts = hint.split("\\.", -1);
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));

        refusedWithPage(Map.of(
                "id_token_hint", header + "." + parts[1] + ".", "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));
    }

    @Test
    void section_2_a_hint_that_a_client_signed_is_refused() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(hint).getJWTClaimsSet();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims);
        forged.sign(new MACSigner((Fixtures.SECRET + " padded to 32 bytes").getBytes(UTF_8)));

        refusedWithPage(
                Map.of("id_token_hint", forged.serialize(), "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));
    }

    @Test
    void section_2_an_access_token_is_no_hint() {
        RelyingParty beta = new RelyingParty(home, Fixtures.BETA);
        String accessToken = beta.exchange(browser.get(beta.authorize()))
                .getOIDCTokens()
                .getAccessToken()
                .getValue();

        refusedWithPage(Map.of("id_token_hint", accessToken));
    }

    @Test
    void section_2_a_client_id_that_is_not_the_hints_is_refused() {
        refusedWithPage(Map.of("id_token_hint", hint, "client_id", Fixtures.BETA));
    }

    @Test
    void section_2_a_parameter_given_twice_is_refused() {
        Page page = browser.get("/oidc/v1/end_session?state=a&state=b&id_token_hint=" + hint);

        assertThat(page.status()).isEqualTo(400);
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void section_3_a_port_is_the_apps_choice_on_loopback_for_native_apps_alone() {
        Page page = end(Map.of("client_id", Fixtures.NATIVE, "post_logout_redirect_uri", "http://127.0.0.1:4711/bye"));
        assertThat(page.hasForm("logout")).isTrue();

        assertThat(end(Map.of("client_id", Fixtures.NATIVE, "post_logout_redirect_uri", "http://127.0.0.1:4711/other"))
                        .status())
                .isEqualTo(400);
        assertThat(end(Map.of(
                                "client_id",
                                Fixtures.ALPHA,
                                "post_logout_redirect_uri",
                                "https://rp.example.com:4711/logged-out"))
                        .status())
                .isEqualTo(400);
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void section_2_a_client_that_nobody_knows_is_refused() {
        Page page = end(Map.of("client_id", "nobody", "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.error()).contains("not known");
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void a_scope_that_nobody_knows_is_refused() {
        refusedWithPage(Map.of("id_token_hint", hint, "logout_scope", "the-whole-street"));
    }

    private Page end(Map<String, String> parameters) {
        return browser.get("/oidc/v1/end_session?" + Browser.encode(parameters));
    }

    private void refusedWithPage(Map<String, String> parameters) {
        Page page = end(parameters);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.isRedirect()).isFalse();
        assertThat(page.error()).contains("not been signed out");
        assertThat(world.terminations).isEmpty();
    }

    private String signIn(Browser with, String loginName, String password) {
        Page back = SignIns.as(with, loginName, password, alpha.authorize(Prompt.Type.LOGIN));
        return alpha.exchange(back).getOIDCTokens().getIDTokenString();
    }
}
