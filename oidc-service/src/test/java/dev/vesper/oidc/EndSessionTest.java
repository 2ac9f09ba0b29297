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
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect RP-Initiated Logout 1.0, and each module of its conformance plan. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class EndSessionTest {
    private static final String STATE = "`~!@#$%^&*()_+-=[]{}|;':\",./<>?\\ and 50 characters more";

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
    void section_2_and_3_with_hint_uri_and_state_it_redirects_with_the_same_state_and_the_session_is_gone() {
        Page page =
                end(Map.of("id_token_hint", hint, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI, "state", STATE));

        assertThat(page.location()).startsWith(Fixtures.LOGGED_OUT_URI + "?");
        assertThat(page.redirectParameters()).containsExactly(Map.entry("state", STATE));
        assertThat(browser.get(alpha.authorize(Prompt.Type.NONE)).redirectParameters())
                .containsEntry("error", "login_required");
        assertThat(world.terminations).singleElement().satisfies(ended -> {
            assertThat(ended.getReason()).isEqualTo("rp");
            assertThat(ended.getTriggerOrigin()).isEqualTo(RelyingParty.trimmed(home));
        });
    }

    @Test
    void section_3_without_a_state_none_is_sent() {
        Page page = end(Map.of("id_token_hint", hint, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));

        assertThat(page.location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
    }

    @Test
    void section_2_without_a_hint_the_person_is_asked_and_stays_here_even_if_the_uri_is_registered() {
        Page asked = end(Map.of("post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI, "state", STATE));
        assertThat(world.terminations).isEmpty();

        Page done = browser.submit(asked, "logout", Map.of("confirm", "yes"));
        assertThat(done.isRedirect()).isFalse();
        assertThat(done.body()).contains("Signed out");
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void section_2_without_any_parameter_or_with_state_alone_the_person_is_asked_and_then_signed_out() {
        for (Map<String, String> parameters : java.util.List.of(Map.<String, String>of(), Map.of("state", STATE))) {
            hint = signIn(browser, "ada", "analytical");
            Page done = browser.submit(end(parameters), "logout", Map.of("confirm", "yes"));

            assertThat(done.isRedirect()).isFalse();
            assertThat(done.body()).contains("Signed out");
        }
        assertThat(world.terminations)
                .extracting(TerminateSessionRequest::getReason)
                .containsOnly("user");
    }

    @Test
    void section_2_with_a_hint_and_no_uri_the_person_stays_here() {
        Page done = end(Map.of("id_token_hint", hint, "state", STATE));

        assertThat(done.isRedirect()).isFalse();
        assertThat(done.body()).contains("Signed out");
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void section_2_with_client_id_alone_the_person_is_asked_and_then_redirected_to_the_registered_uri() {
        Page asked = end(Map.of(
                "client_id", Fixtures.ALPHA, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI, "state", STATE));
        Page done = browser.submit(asked, "logout", Map.of("confirm", "yes"));

        assertThat(done.redirectParameters()).containsExactly(Map.entry("state", STATE));
        assertThat(world.terminations)
                .singleElement()
                .satisfies(ended -> assertThat(ended.getReason()).isEqualTo("rp"));
    }

    @Test
    void who_says_no_stays_signed_in() {
        Page page = browser.submit(end(Map.of()), "logout", Map.of("confirm", "no"));

        assertThat(page.body()).contains("still signed in");
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void logout_csrf_a_confirmation_of_another_browser_is_refused() {
        try (Browser attacker = new Browser(home)) {
            var _ = signIn(attacker, "grace", "compiler");
            Page attackers = attacker.get("/oidc/v1/end_session");
            Page page = browser.submit(attackers, "logout", Map.of("confirm", "yes"));

            assertThat(page.status()).isEqualTo(403);
            assertThat(world.terminations).isEmpty();
        }
    }

    @Test
    void a_confirmation_counts_once() {
        Page asked = end(Map.of());
        var _ = browser.submit(asked, "logout", Map.of("confirm", "yes"));
        hint = signIn(browser, "ada", "analytical");

        assertThat(browser.submit(asked, "logout", Map.of("confirm", "yes")).status())
                .isEqualTo(403);
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void a_hint_of_a_session_in_another_browser_asks_first() {
        try (Browser other = new Browser(home)) {
            var _ = signIn(other, "grace", "compiler");
            Page page = other.get("/oidc/v1/end_session?" + Browser.encode(Map.of("id_token_hint", hint)));

            assertThat(page.hasForm("logout")).isTrue();
            assertThat(world.terminations).isEmpty();
        }
    }

    @Test
    void without_the_cookie_the_hint_ends_its_session_alone() {
        try (Browser withoutCookie = new Browser(home)) {
            Page page = withoutCookie.get("/oidc/v1/end_session?"
                    + Browser.encode(
                            Map.of("id_token_hint", hint, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI)));

            assertThat(page.location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
            assertThat(world.terminations).hasSize(1);
        }
    }

    @Test
    void the_hint_of_a_session_that_has_ended_redirects_and_ends_nothing() {
        var _ = end(Map.of("id_token_hint", hint));
        Page again = end(Map.of("id_token_hint", hint, "post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI));

        assertThat(again.location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void a_session_that_no_view_has_seen_yet_is_ended_by_its_hint() {
        world.unseen.addAll(world.sessions.keySet());

        assertThat(end(Map.of("id_token_hint", hint)).body()).contains("Signed out");
        assertThat(world.terminations).hasSize(1);
    }

    @Test
    void everyone_in_the_browser_is_signed_out_unless_the_feature_says_one() {
        var _ = SignIns.as(browser, "grace", "compiler", alpha.authorize(Prompt.Type.LOGIN));
        world.singleSessionTermination = true;
        var _ = end(Map.of("id_token_hint", hint));
        assertThat(world.terminations).hasSize(1);

        hint = signIn(browser, "ada", "analytical");
        world.singleSessionTermination = false;
        var _ = end(Map.of("id_token_hint", hint));
        assertThat(world.terminations).hasSize(3);
    }

    @Test
    void a_post_is_answered_like_a_get_and_from_another_site_by_way_of_one() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id_token_hint", hint);
        form.put("post_logout_redirect_uri", Fixtures.LOGGED_OUT_URI);
        try (Browser crossSite = new Browser(home)) {
            Page redirect = crossSite.post("/oidc/v1/end_session", form);
            assertThat(redirect.status()).isEqualTo(303);
            assertThat(redirect.location()).startsWith("/oidc/v1/end_session?").doesNotContain(hint);
            assertThat(world.terminations).isEmpty();
            assertThat(browser.follow(redirect).location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
        }
        assertThat(world.terminations).hasSize(1);
        assertThat(browser.post("/oidc/v1/end_session", form).location()).isEqualTo(Fixtures.LOGGED_OUT_URI);
    }

    private Page end(Map<String, String> parameters) {
        return browser.get("/oidc/v1/end_session?" + Browser.encode(parameters));
    }

    private String signIn(Browser with, String loginName, String password) {
        Page back = SignIns.as(with, loginName, password, alpha.authorize(Prompt.Type.LOGIN));
        return alpha.exchange(back).getOIDCTokens().getIDTokenString();
    }
}
