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
import dev.vesper.proto.admin.v1.SessionLogout;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person learns of their sign-out. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class SignedOutPageTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Page signedOut;

    @BeforeEach
    void signInAndOut() {
        world.reset();
        browser = new Browser(home);
        RelyingParty back = new RelyingParty(home, Fixtures.BACK);
        Page answer = SignIns.as(browser, "ada", "analytical", back.authorize(Prompt.Type.LOGIN));
        String hint = back.exchange(answer).getOIDCTokens().getIDTokenString();
        signedOut = browser.get("/oidc/v1/end_session?id_token_hint=" + hint);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void it_names_the_apps_that_are_being_told() {
        assertThat(signedOut.body()).contains("<strong>back-client</strong>", ">is being told<");
    }

    @Test
    void without_javascript_it_looks_again_by_itself_until_nothing_more_will_become_of_any() {
        Page later = browser.get(refresh(signedOut));
        assertThat(later.body()).contains(">is being told<");

        became("canceled");
        Page last = browser.get(refresh(later));
        assertThat(last.body()).contains(">could not be reached<").doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void with_javascript_it_is_told_live_and_the_stream_ends_with_the_last_app() {
        became("retrying");
        Thread.ofVirtual().start(() -> became("sent"));

        Page stream = browser.get("/oidc/v1/end_session/status?of=" + status(signedOut));
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("content-type")).startsWith("text/event-stream");
        assertThat(stream.body().strip()).endsWith("data:{\"back-client\":\"SENT\"}");
    }

    @Test
    void what_became_of_a_sign_out_is_told_to_nobody_without_its_name() {
        String forged = status(signedOut).replaceFirst("..$", "AA");
        for (String path : List.of("/oidc/v1/end_session/status?of=", "/oidc/v1/end_session/done?of=")) {
            assertThat(browser.get(path + forged).status()).isEqualTo(403);
            assertThat(browser.get(path).status()).isEqualTo(403);
        }
    }

    private void became(String state) {
        String session = world.terminations.getFirst().getSessionId();
        world.became(
                session,
                SessionLogout.newBuilder()
                        .setClientId(Fixtures.BACK)
                        .setState(state)
                        .build());
    }

    private static String refresh(Page page) {
        return found(page, "http-equiv=\"refresh\" content=\"3;url=([^\"]*)\"");
    }

    private static String status(Page page) {
        return found(page, "data-status=\"([^\"]*)\"");
    }

    private static String found(Page page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }
}
