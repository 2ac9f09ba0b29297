package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.Prompt;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Form;
import dev.vesper.oidc.world.Page;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import dev.vesper.proto.admin.v1.Session;
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

/** A person's page of their own sessions: one person in three browsers, and another one. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class MySessionsTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser laptop;

    @SuppressWarnings("NullAway.Init")
    private Browser others;

    @BeforeEach
    void begin() {
        world.reset();
        laptop = new Browser(home).withHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        others = new Browser(home);
        signIn(laptop, "ada", "analytical");
        for (int more = 0; more < 2; more++) {
            others.cookies().clear();
            signIn(others, "ada", "analytical");
        }
        others.cookies().clear();
        signIn(others, "grace", "compiler");
    }

    @AfterEach
    void close() {
        laptop.close();
        others.close();
    }

    @Test
    void it_shows_every_session_of_who_is_signed_in_here_and_nobody_elses() {
        Page page = laptop.get("/account/sessions");

        assertThat(page.body())
                .contains("Ada Lovelace", "Firefox on Linux", "this browser")
                .doesNotContain("Grace Hopper");
        assertThat(page.body().split("class=\"end-session\"", -1)).hasSize(1 + 3);
    }

    @Test
    void one_session_can_be_ended_and_the_others_go_on() {
        Page page = laptop.get("/account/sessions");
        Page done = laptop.submit(page, "end-session", Map.of("session", adasElsewhere()));

        assertThat(done.location()).isEqualTo("/account/sessions");
        assertThat(world.terminations)
                .singleElement()
                .extracting(TerminateSessionRequest::getReason)
                .isEqualTo("user");
        assertThat(active()).isEqualTo(3);
    }

    @Test
    void all_can_be_ended_at_once_and_other_people_stay() {
        laptop.submit(laptop.get("/account/sessions"), "end-all", Map.of());

        assertThat(world.endsEverywhere)
                .singleElement()
                .satisfies(end -> assertThat(end.getUserId()).isEqualTo("user-ada"));
        assertThat(active()).isEqualTo(1);
        assertThat(laptop.get("/account/sessions").body()).contains("Nobody is signed in");
    }

    @Test
    void somebody_elses_session_cannot_be_ended() {
        Page page = laptop.get("/account/sessions");
        String graces = world.sessions.values().stream()
                .filter(session -> session.getUserId().equals("user-grace"))
                .findFirst()
                .orElseThrow()
                .getSessionId();

        assertThat(laptop.submit(page, "end-session", Map.of("session", graces)).status())
                .isEqualTo(403);
        assertThat(laptop.submit(page, "end-all", Map.of("person", "user-grace"))
                        .status())
                .isEqualTo(403);
        assertThat(active()).isEqualTo(4);
    }

    @Test
    void csrf_a_form_of_another_browser_or_of_none_is_refused() {
        Form ours = others.get("/account/sessions").form("end-all");
        assertThat(laptop.post("/account/sessions/end", ours.hidden()).status()).isEqualTo(403);

        Map<String, String> bare = new LinkedHashMap<>();
        bare.put("person", "user-ada");
        assertThat(laptop.post("/account/sessions/end", bare).status()).isEqualTo(403);
        assertThat(active()).isEqualTo(4);
    }

    @Test
    void a_form_from_before_a_sign_out_ends_nothing_after_it() {
        Page page = laptop.get("/account/sessions");
        laptop.submit(laptop.get("/oidc/v1/end_session"), "logout", Map.of("confirm", "yes"));

        assertThat(laptop.submit(page, "end-all", Map.of()).status()).isEqualTo(403);
        assertThat(active()).isEqualTo(3);
    }

    private void signIn(Browser with, String loginName, String password) {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        assertThat(SignIns.as(with, loginName, password, alpha.authorize(Prompt.Type.LOGIN))
                        .isRedirect())
                .isTrue();
    }

    private String adasElsewhere() {
        return world.sessions.values().stream()
                .filter(session -> session.getUserId().equals("user-ada"))
                .filter(session -> !session.getUserAgent().getDescription().startsWith("Firefox"))
                .findFirst()
                .orElseThrow()
                .getSessionId();
    }

    private long active() {
        return world.sessions.values().stream().filter(Session::getActive).count();
    }
}
