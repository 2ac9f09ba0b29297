package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a real browser shows of a logout: frames, scripts, and pages that change by themselves. */
@Order(3)
@ExtendWith(WholeSystem.class)
final class LogoutInBrowserIT {
    private static final double LONGEST_STEP_MS = 15_000;

    /** Asks the provider's frame each time that its {@code ask} is called, and keeps the answers. */
    private static final String ASKING_PAGE = """
            <!DOCTYPE html><title>App</title><iframe id="op" src="%s/oidc/v1/check_session"></iframe>
            <script>
            var answers = [];
            addEventListener('message', function (event) {
              if (event.origin === '%s') { answers.push(event.data); }
            });
            function ask(question) {
              document.getElementById('op').contentWindow.postMessage(question, '%s');
            }
            </script>
            """;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void front_channel_logout_loads_the_frame_of_the_app_and_then_goes_back_with_the_state(Vesper vesper) {
        var app = vesper.relyingPartyWithFrame();
        var frame = vesper.receiver().page(path(app, "/frame"), "<!DOCTYPE html><title>Signed out</title>");
        vesper.receiver().page(path(app, "/signed-out"), "<!DOCTYPE html><h1>Bye</h1>");
        try (var context = context()) {
            var signedIn = signIn(context, vesper, app);

            var page = context.newPage();
            page.navigate(app.endSession(signedIn, new State("a&b=c")).toString());
            awaitBack(page, app, "a%26b%3Dc");

            String issuer = vesper.stack().addresses().issuer();
            assertThat(frame).singleElement().asString().endsWith("?iss=" + encoded(issuer) + "&sid=" + signedIn.sid());
        }
    }

    @Test
    void front_channel_logout_goes_on_although_an_app_never_answers(Vesper vesper) {
        var app = vesper.relyingPartyWithFrame();
        vesper.receiver().silence(path(app, "/frame"));
        vesper.receiver().page(path(app, "/signed-out"), "<!DOCTYPE html><h1>Bye</h1>");
        try (var context = context()) {
            var signedIn = signIn(context, vesper, app);

            var page = context.newPage();
            page.navigate(
                    app.endSession(signedIn, new State("s")).toString(),
                    new Page.NavigateOptions()
                            .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.DOMCONTENTLOADED));
            awaitBack(page, app, "s");
        }
    }

    @Test
    void session_management_answers_unchanged_until_the_sign_out_and_changed_after_it(Vesper vesper) {
        var app = vesper.relyingParty();
        String issuer = vesper.stack().addresses().issuer();
        vesper.receiver().page(path(app, "/asks"), ASKING_PAGE.formatted(issuer, issuer, issuer));
        vesper.receiver().page(path(app, "/signed-out"), "<!DOCTYPE html><h1>Bye</h1>");
        try (var context = context()) {
            var attempt = app.attempt();
            var login = signInAt(context, vesper, attempt.uri());
            String question = app.app().clientId() + " " + parameter(login.url(), "session_state");
            var signedIn = app.finish(attempt, URI.create(login.url()));
            var asking = context.newPage();
            asking.navigate(
                    vesper.receiver().origin().resolve(path(app, "/asks")).toString());
            assertThat(answer(asking, question)).isEqualTo("unchanged");
            assertThat(answer(asking, "nonsense")).isEqualTo("error");

            var page = context.newPage();
            page.navigate(app.endSession(signedIn, new State("s")).toString());
            awaitBack(page, app, "s");
            assertThat(answer(asking, question)).isEqualTo("changed");
        }
    }

    @Test
    void session_management_does_not_answer_a_flood_of_messages(Vesper vesper) {
        var app = vesper.relyingParty();
        String issuer = vesper.stack().addresses().issuer();
        vesper.receiver().page(path(app, "/asks"), ASKING_PAGE.formatted(issuer, issuer, issuer));
        try (var context = context()) {
            var asking = context.newPage();
            asking.navigate(
                    vesper.receiver().origin().resolve(path(app, "/asks")).toString());
            asking.evaluate("() => { for (let i = 0; i < 2000; i++) { ask('nonsense'); } }");
            asking.waitForFunction("() => answers.length > 0");
            // Posted messages are handled in order, so that once this one has come the flood has passed.
            asking.evaluate("() => new Promise(done => { onmessage = e => { if (e.data === 'last') { done(); } };"
                    + " postMessage('last', '*'); })");

            assertThat((Integer) asking.evaluate("() => answers.length")).isBetween(1, 100);
        }
    }

    @Test
    void the_signed_out_page_turns_by_itself_when_the_app_knows(Vesper vesper) {
        var app = vesper.relyingParty();
        try (var context = context()) {
            signIn(context, vesper, app);
            var page = context.newPage();
            page.navigate(vesper.stack().addresses().issuer() + "/oidc/v1/end_session");
            Screens.take(page, "confirmation");
            page.click("form#logout button[value=yes]");
            page.waitForSelector("#apps li[data-told=SENT]");

            assertThat(page.textContent("#apps")).contains("knows");
            Screens.take(page, "signed-out");
        }
    }

    @Test
    void two_people_in_one_browser_choose_who_is_signed_out_and_see_where_they_are_signed_in(Vesper vesper) {
        var app = vesper.relyingParty();
        String issuer = vesper.stack().addresses().issuer();
        try (var context = context()) {
            signIn(context, vesper, app);
            signInAt(context, vesper, URI.create(app.attempt().uri() + "&prompt=login"));
            var page = context.newPage();
            page.navigate(issuer + "/account/sessions");
            assertThat(page.querySelectorAll("form.end-session")).hasSize(2);
            Screens.take(page, "my-sessions");

            page.navigate(issuer + "/oidc/v1/end_session");
            Screens.take(page, "whom");
            page.check("input[name=who] >> nth=0");
            page.click("form#logout button[value=yes]");
            page.waitForSelector("#signed-out");
            page.navigate(issuer + "/account/sessions");
            assertThat(page.querySelectorAll("form.end-session")).hasSize(1);

            page.click("form.end-all button");
            page.waitForSelector("#my-sessions");
            assertThat(page.querySelectorAll("form.end-session")).isEmpty();
        }
    }

    private static void awaitBack(Page page, RelyingParty app, String state) {
        String back = app.app().postLogoutRedirectUri() + "?state=" + state;
        page.waitForURL(url -> url.equals(back));
    }

    private static BrowserContext context() {
        var context = chromium.browser().newContext();
        context.setDefaultTimeout(LONGEST_STEP_MS);
        return context;
    }

    private static SignedIn signIn(BrowserContext context, Vesper vesper, RelyingParty app) {
        var attempt = app.attempt();
        return app.finish(
                attempt, URI.create(signInAt(context, vesper, attempt.uri()).url()));
    }

    private static Page signInAt(BrowserContext context, Vesper vesper, URI authorize) {
        var account = vesper.person().account();
        var page = context.newPage();
        page.navigate(authorize.toString());
        page.fill("form#login-name input[name=loginName]", account.userName());
        page.press("form#login-name input[name=loginName]", "Enter");
        page.fill("form#password input[name=password]", account.password());
        page.press("form#password input[name=password]", "Enter");
        page.waitForURL(url -> url.contains("/callback?"));
        return page;
    }

    private static String answer(Page asking, String question) {
        asking.evaluate("question => { answers = []; ask(question); }", question);
        asking.waitForFunction("() => answers.length > 0");
        return (String) asking.evaluate("() => answers[0]");
    }

    private static String path(RelyingParty app, String file) {
        return app.app().redirectUri().getPath().replace("/callback", file);
    }

    private static String parameter(String url, String name) {
        for (String pair : URI.create(url).getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + url);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
