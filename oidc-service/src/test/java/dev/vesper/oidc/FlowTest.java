package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 1.0, section 3.1: the code flow, by a client library that verifies what it gets. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class FlowTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @BeforeEach
    void begin() {
        world.reset();
    }

    @Test
    void a_person_signs_in_once_and_a_second_app_needs_no_password() throws Exception {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        RelyingParty beta = new RelyingParty(home, Fixtures.BETA);
        try (Browser browser = new Browser(home)) {
            OIDCTokenResponse first = alpha.exchange(SignIns.as(browser, "ada", "analytical", alpha.authorize()));
            OIDCTokenResponse second = beta.exchange(browser.get(beta.authorize()));

            var firstClaims = first.getOIDCTokens().getIDToken().getJWTClaimsSet();
            var secondClaims = second.getOIDCTokens().getIDToken().getJWTClaimsSet();
            assertThat(secondClaims.getSubject()).isEqualTo("user-ada").isEqualTo(firstClaims.getSubject());
            assertThat(secondClaims.getClaim("sid")).isEqualTo(firstClaims.getClaim("sid"));
            assertThat(secondClaims.getClaim("auth_time")).isEqualTo(firstClaims.getClaim("auth_time"));
            assertThat(world.sessions).hasSize(1);
        }
    }

    @Test
    void prompt_none_without_a_session_is_login_required() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            Page answer = browser.get(alpha.authorize(Prompt.Type.NONE));

            assertThat(answer.location()).startsWith(Fixtures.REDIRECT_URI);
            assertThat(answer.redirectParameters()).containsEntry("error", "login_required");
        }
    }

    @Test
    void prompt_login_asks_again_and_renews_the_same_session() throws Exception {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            var first = alpha.exchange(SignIns.as(browser, "ada", "analytical", alpha.authorize()));
            Page again = browser.get(alpha.authorize(Prompt.Type.LOGIN));
            assertThat(again.location()).startsWith("/login");
            Page loginPage = browser.follow(again);
            assertThat(loginPage.body()).contains("value=\"ada\"");
            var second = alpha.exchange(SignIns.password(browser, "ada", "analytical", loginPage));

            assertThat(second.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaim("sid"))
                    .isEqualTo(
                            first.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaim("sid"));
        }
    }

    @Test
    void max_age_zero_asks_again_and_a_long_one_does_not() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            var _ = SignIns.as(browser, "ada", "analytical", alpha.authorize());

            assertThat(browser.get(alpha.authorize(request -> request.maxAge(0)))
                            .location())
                    .startsWith("/login");
            assertThat(browser.get(alpha.authorize(request -> request.maxAge(10_000)))
                            .location())
                    .startsWith(Fixtures.REDIRECT_URI);
        }
    }

    @Test
    void two_people_in_one_browser_choose_and_a_hint_chooses_for_them() throws Exception {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            var _ = SignIns.as(browser, "ada", "analytical", alpha.authorize());
            var _ = SignIns.as(browser, "grace", "compiler", alpha.authorize(Prompt.Type.LOGIN));

            Page picker = browser.follow(browser.get(alpha.authorize()));
            assertThat(picker.body()).contains("Ada Lovelace").contains("Grace Hopper");
            var chosen = alpha.exchange(browser.submit(picker, "account", Map.of()));
            assertThat(chosen.getOIDCTokens().getIDToken().getJWTClaimsSet().getSubject())
                    .isEqualTo("user-grace");

            var hinted = alpha.exchange(browser.get(alpha.authorize(request -> request.loginHint("ada"))));
            assertThat(hinted.getOIDCTokens().getIDToken().getJWTClaimsSet().getSubject())
                    .isEqualTo("user-ada");

            assertThat(browser.get(alpha.authorize(Prompt.Type.NONE)).redirectParameters())
                    .containsEntry("error", "account_selection_required");
        }
    }

    @Test
    void prompt_none_with_a_hint_of_another_person_is_login_required() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home);
                Browser other = new Browser(home)) {
            var ada = alpha.exchange(SignIns.as(other, "ada", "analytical", alpha.authorize()));
            var _ = SignIns.as(browser, "grace", "compiler", alpha.authorize());

            Page answer = browser.get(alpha.authorize(request -> request.prompt(new Prompt(Prompt.Type.NONE))
                    .idTokenHint(ada.getOIDCTokens().getIDToken())));
            assertThat(answer.redirectParameters()).containsEntry("error", "login_required");
        }
    }

    @Test
    void a_session_that_ended_unseen_leads_to_the_login_page() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            var _ = SignIns.as(browser, "ada", "analytical", alpha.authorize());
            world.refuseCodes = true;

            assertThat(browser.get(alpha.authorize()).location()).startsWith("/login");
        }
    }

    @Test
    void a_login_hint_is_filled_in_and_never_readable_in_the_address() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            Page redirect = browser.get(alpha.authorize(request -> request.loginHint("grace")));

            assertThat(redirect.location()).startsWith("/login").doesNotContain("grace");
            assertThat(browser.follow(redirect).body()).contains("value=\"grace\"");
        }
    }

    @Test
    void form_post_carries_the_answer_in_a_form_that_posts_itself() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            Page answer = SignIns.as(
                    browser,
                    "ada",
                    "analytical",
                    alpha.authorize(request -> request.responseMode(com.nimbusds.oauth2.sdk.ResponseMode.FORM_POST)));

            assertThat(answer.isRedirect()).isFalse();
            assertThat(answer.form("form-post").action()).isEqualTo(Fixtures.REDIRECT_URI);
            assertThat(answer.form("form-post").hidden()).containsKeys("code", "state", "iss");
            assertThat(answer.header("content-security-policy")).contains("script-src 'self'");
        }
    }

    @Test
    void a_post_from_another_site_comes_back_with_the_cookie() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home);
                Browser withoutCookies = new Browser(home)) {
            var _ = SignIns.as(browser, "ada", "analytical", alpha.authorize());
            Page redirect = withoutCookies.post(
                    "/oauth/v2/authorize", URI.create(alpha.authorize()).getRawQuery());

            assertThat(redirect.status()).isEqualTo(303);
            assertThat(redirect.location()).startsWith("/oauth/v2/authorize?request_state=");
            assertThat(withoutCookies.cookies()).isEmpty();
            var code = alpha.code(browser.follow(redirect));
            assertThat(code.getValue()).startsWith("vc_");
        }
    }

    @Test
    void a_code_counts_once_and_only_with_its_verifier() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            Page redirect = SignIns.as(browser, "ada", "analytical", alpha.authorize());
            var withoutVerifier =
                    alpha.send(new AuthorizationCodeGrant(alpha.code(redirect), URI.create(Fixtures.REDIRECT_URI)));
            assertThat(withoutVerifier.indicatesSuccess()).isFalse();

            var _ = alpha.exchange(redirect);
            var again = alpha.send(new AuthorizationCodeGrant(alpha.code(redirect), URI.create(Fixtures.REDIRECT_URI)));
            assertThat(again.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
        }
    }
}
