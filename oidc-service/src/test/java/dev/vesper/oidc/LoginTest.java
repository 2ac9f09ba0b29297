package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Form;
import dev.vesper.oidc.world.Page;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The login pages, and the attacks on them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class LoginTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @BeforeEach
    void begin() {
        world.reset();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        try (Browser browser = new Browser(home)) {
            Page wrong = SignIns.as(browser, "ada", "guess", authorize());
            Page unknown = SignIns.as(browser, "nobody", "guess", authorize());

            assertThat(wrong.status()).isEqualTo(unknown.status());
            assertThat(wrong.error()).isEqualTo(unknown.error()).startsWith("The login name or the password");
            assertThat(wrong.hasForm("password")).isTrue();
            assertThat(world.sessions).isEmpty();
        }
    }

    @Test
    void an_account_that_is_locked_by_policy_is_told_so() {
        try (Browser browser = new Browser(home)) {
            Page page = browser.follow(browser.get(authorize()));
            page = SignIns.password(browser, "ada", "guess", page);
            for (int attempt = 0; attempt < World.LOCKED_AFTER; attempt++) {
                page = browser.submit(page, "password", Map.of("password", "guess"));
            }
            assertThat(page.error()).contains("locked");
            assertThat(browser.submit(page, "password", Map.of("password", "analytical"))
                            .isRedirect())
                    .isFalse();
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        try (Browser browser = new Browser(home)) {
            Form form = browser.follow(browser.get(authorize())).form("login-name");
            Map<String, String> fields = new LinkedHashMap<>(form.hidden());
            fields.put("loginName", "ada");
            fields.put("csrf", "1.x");

            assertThat(browser.post("/login/name", fields).status()).isEqualTo(403);
        }
    }

    @Test
    void a_token_is_good_for_its_own_form_alone() {
        try (Browser browser = new Browser(home)) {
            Form form = browser.follow(browser.get(authorize())).form("login-name");
            Map<String, String> fields = new LinkedHashMap<>(form.hidden());
            fields.put("loginName", "ada");
            fields.put("password", "analytical");

            assertThat(browser.post("/login/password", fields).status()).isEqualTo(403);
            assertThat(world.sessions).isEmpty();
        }
    }

    @Test
    void login_csrf_another_browsers_request_is_refused() {
        try (Browser attacker = new Browser(home);
                Browser victim = new Browser(home)) {
            Page attackers = attacker.get(authorize());
            var _ = victim.get(authorize());
            Page shown = victim.follow(attackers);

            assertThat(shown.status()).isEqualTo(403);
            assertThat(shown.error()).contains("not started in this browser").doesNotContain("Exception");
        }
    }

    @Test
    void session_fixation_a_planted_cookie_is_not_believed() {
        try (Browser browser = new Browser(home)) {
            browser.cookies().put("vesper-ua", "0123456789abcdef..forged");
            var _ = browser.get(authorize());

            assertThat(browser.cookies().get("vesper-ua")).doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void the_cookie_holds_no_session_and_carries_the_write_that_it_must_see() {
        try (Browser browser = new Browser(home)) {
            var _ = browser.get(authorize());
            String before = browser.cookies().getOrDefault("vesper-ua", "");
            var _ = SignIns.as(browser, "ada", "analytical", authorize());
            String after = browser.cookies().getOrDefault("vesper-ua", "");

            assertThat(after.split("\\.", -1)[0]).isEqualTo(before.split("\\.", -1)[0]);
            assertThat(after.split("\\.", -1)[1]).isNotEmpty();
            assertThat(world.sessions.keySet()).noneMatch(after::contains);
        }
    }

    @Test
    void the_cookie_is_http_only_and_lax_and_secure_by_name_behind_tls() {
        try (Browser browser = new Browser(home)) {
            Page plain = browser.get(authorize());
            assertThat(plain.header("set-cookie")).startsWith("vesper-ua=").endsWith("; HttpOnly; SameSite=Lax");

            browser.withHeader("X-Forwarded-For", "192.0.2.1")
                    .withHeader("X-Forwarded-Proto", "https")
                    .withHeader("X-Forwarded-Host", "id.example.com");
            assertThat(browser.get(authorize()).header("set-cookie"))
                    .startsWith("__Host-vesper-ua=")
                    .contains("Path=/")
                    .endsWith("; Secure");
        }
    }

    @Test
    void clickjacking_pages_refuse_frames_scripts_and_caches() {
        try (Browser browser = new Browser(home)) {
            Page page = browser.follow(browser.get(authorize()));

            assertThat(page.header("content-security-policy"))
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("x-frame-options")).isEqualTo("DENY");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(page.body()).contains("to go on to alpha-client");
            assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
        }
    }

    @Test
    void what_a_person_types_is_shown_as_text() {
        try (Browser browser = new Browser(home)) {
            Page page = browser.submit(
                    browser.follow(browser.get(authorize())),
                    "login-name",
                    Map.of("loginName", "<script>alert(1)</script>\""));

            assertThat(page.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
        }
    }

    @Test
    void a_finished_request_cannot_be_used_again() {
        try (Browser browser = new Browser(home)) {
            Page passwordPage =
                    browser.submit(browser.follow(browser.get(authorize())), "login-name", Map.of("loginName", "ada"));
            var _ = browser.submit(passwordPage, "password", Map.of("password", "analytical"));
            Page again = browser.submit(passwordPage, "password", Map.of("password", "analytical"));

            assertThat(again.status()).isEqualTo(400);
            assertThat(again.error()).contains("finished");
        }
    }

    @Test
    void an_unknown_host_and_an_unknown_address_have_a_page() {
        try (Browser browser = new Browser(home)) {
            assertThat(browser.get("/nothing/here").status()).isEqualTo(404);
            browser.withHeader("X-Forwarded-For", "192.0.2.1").withHeader("X-Forwarded-Host", "elsewhere.example");
            Page page = browser.get("/.well-known/openid-configuration");

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.error()).isNotEmpty();
        }
    }

    private String authorize() {
        return new RelyingParty(home, Fixtures.ALPHA).authorize();
    }
}
