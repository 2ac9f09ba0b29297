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
import dev.vesper.proto.admin.v1.LogoutScope;
import dev.vesper.proto.admin.v1.LogoutSettings;
import dev.vesper.proto.admin.v1.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a sign-out is about: two people in one browser, and one person in three. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class LogoutScenariosTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Browser phone;

    @SuppressWarnings("NullAway.Init")
    private RelyingParty alpha;

    @SuppressWarnings("NullAway.Init")
    private String adasHint;

    @BeforeEach
    void two_people_in_one_browser_and_one_of_them_in_another() {
        world.reset();
        browser = new Browser(home);
        phone = new Browser(home);
        alpha = new RelyingParty(home, Fixtures.ALPHA);
        signIn(phone, "ada", "analytical");
        adasHint = signIn(browser, "ada", "analytical");
        signIn(browser, "grace", "compiler");
    }

    @AfterEach
    void close() {
        browser.close();
        phone.close();
    }

    @Test
    void the_hint_ends_everyone_in_this_browser_unless_the_request_says_this_person() {
        Page page = end(Map.of("id_token_hint", adasHint, "logout_scope", "person"));

        assertThat(page.body()).contains("Signed out");
        assertThat(active()).containsExactlyInAnyOrder("grace in browser", "ada in phone");
    }

    @Test
    void the_policy_of_the_app_counts_before_that_of_the_instance() {
        var registration = java.util.Objects.requireNonNull(world.registrations.get(Fixtures.ALPHA));
        var app = registration.app().toBuilder()
                .setLogout(LogoutSettings.newBuilder().setScope(LogoutScope.LOGOUT_SCOPE_PERSON))
                .build();
        world.registrations.put(Fixtures.ALPHA, new World.Registration(app, Fixtures.SECRET, false));

        assertThat(end(Map.of("id_token_hint", adasHint)).body()).contains("Signed out");
        assertThat(active()).containsExactlyInAnyOrder("grace in browser", "ada in phone");
    }

    @Test
    void more_than_the_policy_ends_is_never_ended_without_asking() {
        world.singleSessionTermination = true;
        for (String scope : List.of("browser", "everywhere")) {
            Page page = end(Map.of("id_token_hint", adasHint, "logout_scope", scope));

            assertThat(page.hasForm("logout")).isTrue();
            assertThat(world.terminations).isEmpty();
        }
    }

    @Test
    void who_is_asked_may_choose_one_person_in_this_browser() {
        Page asked = end(Map.of());
        assertThat(asked.body()).contains("Ada Lovelace", "Grace Hopper", "Everyone in this browser");

        Page done = browser.submit(asked, "logout", Map.of("confirm", "yes", "who", sessionOf("grace")));
        assertThat(done.body()).contains("Signed out");
        assertThat(active()).containsExactlyInAnyOrder("ada in browser", "ada in phone");
    }

    @Test
    void who_is_asked_and_chooses_nothing_gets_what_the_policy_says() {
        var _ = browser.submit(end(Map.of()), "logout", Map.of("confirm", "yes"));

        assertThat(active()).containsExactly("ada in phone");
    }

    @Test
    void who_is_asked_may_choose_all_devices_and_other_people_stay() {
        Page asked = end(Map.of("id_token_hint", adasHint, "logout_scope", "everywhere"));
        assertThat(asked.body()).contains("name=\"devices\" value=\"all\" checked");

        var _ = browser.submit(asked, "logout", Map.of("confirm", "yes", "who", sessionOf("ada"), "devices", "all"));
        assertThat(active()).containsExactly("grace in browser");
        assertThat(world.endsEverywhere).singleElement().satisfies(ended -> {
            assertThat(ended.getUserId()).isEqualTo("user-ada");
            assertThat(ended.getReason()).isEqualTo("rp");
        });
    }

    @Test
    void a_session_that_is_not_in_this_browser_cannot_be_chosen() {
        Page asked = end(Map.of());
        String elsewhere = sessionIn(phone);

        assertThat(browser.submit(asked, "logout", Map.of("confirm", "yes", "who", elsewhere))
                        .status())
                .isEqualTo(403);
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void section_2_a_logout_hint_spares_the_question_who_but_not_the_question_whether() {
        for (String hint : List.of("grace", "user-grace", sessionOf("grace"))) {
            Page asked = end(Map.of("logout_hint", hint));
            assertThat(asked.hasForm("logout")).isTrue();
            assertThat(asked.body()).contains("Grace Hopper").doesNotContain("Ada Lovelace", "type=\"radio\"");
            assertThat(world.terminations).isEmpty();
        }
        var _ = browser.submit(end(Map.of("logout_hint", "grace")), "logout", Map.of("confirm", "yes"));
        assertThat(active()).containsExactlyInAnyOrder("ada in browser", "ada in phone");
    }

    @Test
    void section_2_a_logout_hint_at_nobody_here_is_no_hint() {
        assertThat(end(Map.of("logout_hint", "somebody")).body()).contains("Ada Lovelace", "Grace Hopper");
    }

    @Test
    void section_2_ui_locales_choose_the_language_of_every_page_and_an_unknown_one_is_no_error() {
        Page asked = end(Map.of("ui_locales", "se de-CH en"));
        assertThat(asked.body()).contains("<html lang=\"de\">", "Möchten Sie sich abmelden?");
        assertThat(asked.header("content-language")).isEqualTo("de");
        assertThat(browser.submit(asked, "logout", Map.of("confirm", "yes")).body())
                .contains("Abgemeldet");
        assertThat(end(Map.of("ui_locales", "se")).body()).contains("Signed out");
    }

    @Test
    void logout_csrf_the_fresh_hint_of_another_session_does_not_end_this_browsers() {
        String attackers = signIn(phone, "ada", "analytical");
        world.sessions.values().stream()
                .filter(session -> !session.getUserAgent().getId().equals(agentOf(browser)))
                .forEach(session -> world.unseen.add(session.getSessionId()));

        Page page = end(Map.of("id_token_hint", attackers));
        assertThat(page.hasForm("logout")).isTrue();
        assertThat(world.terminations).isEmpty();
    }

    @Test
    void a_cookie_that_is_not_ours_is_cleared() {
        try (Browser stale = new Browser(home)) {
            stale.cookies().put("vesper-ua", "0123.broken.signature");
            Page page = stale.get("/oidc/v1/end_session");

            assertThat(page.headers().allValues("set-cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("vesper-ua=;").contains("Max-Age=0"));
        }
    }

    private Page end(Map<String, String> parameters) {
        return browser.get("/oidc/v1/end_session?" + Browser.encode(parameters));
    }

    private String signIn(Browser with, String loginName, String password) {
        Page back = SignIns.as(with, loginName, password, alpha.authorize(Prompt.Type.LOGIN));
        return alpha.exchange(back).getOIDCTokens().getIDTokenString();
    }

    private List<String> active() {
        return world.sessions.values().stream()
                .filter(Session::getActive)
                .map(session -> session.getUserId().substring("user-".length())
                        + (session.getUserAgent().getId().equals(agentOf(phone)) ? " in phone" : " in browser"))
                .toList();
    }

    private String sessionOf(String name) {
        return world.sessions.values().stream()
                .filter(session -> session.getUserId().equals("user-" + name))
                .filter(session -> session.getUserAgent().getId().equals(agentOf(browser)))
                .findFirst()
                .orElseThrow()
                .getSessionId();
    }

    private String sessionIn(Browser device) {
        return world.sessions.values().stream()
                .filter(session -> session.getUserAgent().getId().equals(agentOf(device)))
                .findFirst()
                .orElseThrow()
                .getSessionId();
    }

    private static String agentOf(Browser device) {
        String cookie = device.cookies().getOrDefault("vesper-ua", "");
        return cookie.substring(0, cookie.indexOf('.'));
    }
}
