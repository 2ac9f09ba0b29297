package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.vesper.local.demo.DemoFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer sees first: the two demo apps in a real browser. */
@Order(2)
@ExtendWith(WholeSystem.class)
final class BrowserIT {
    private static final double LONGEST_STEP_MS = 15_000;
    private static final String SIGNED_IN = "body[data-state^='in-']";
    private static final String TOLD = "body[data-state='out-told']";

    @Test
    void the_page_of_beta_turns_to_signed_out_by_itself_when_one_signs_out_of_alpha(Vesper vesper) throws IOException {
        var addresses = vesper.stack().addresses();
        var demo = DemoFile.parse(Files.readString(vesper.stack().data().root().resolve("demo.json")));
        try (var chromium = new Chromium();
                var context = chromium.browser().newContext()) {
            context.setDefaultTimeout(LONGEST_STEP_MS);
            var alpha = signIn(context, addresses.demoApp(0), demo);
            var beta = enter(context, addresses.demoApp(1));
            var sid = alpha.textContent("#sid");
            assertThat(beta.textContent("#sid")).isEqualTo(sid);

            alpha.click("#sign-out");
            beta.waitForSelector(TOLD);

            assertThat(beta.textContent("main"))
                    .contains("You are signed out here, too.")
                    .contains("logout+jwt")
                    .contains(sid);
            alpha.waitForSelector(TOLD);
            assertThat(alpha.textContent("main")).contains("You signed out.");
        }
    }

    private static Page signIn(BrowserContext context, String app, DemoFile demo) {
        var page = context.newPage();
        page.navigate(app);
        page.click("a[href='/login']");
        page.fill("form#login-name input[name=loginName]", demo.userName());
        page.press("form#login-name input[name=loginName]", "Enter");
        page.fill("form#password input[name=password]", demo.password());
        page.press("form#password input[name=password]", "Enter");
        page.waitForSelector(SIGNED_IN);
        return page;
    }

    /** By single sign-on: the click leads straight back to the app. */
    private static Page enter(BrowserContext context, String app) {
        var page = context.newPage();
        page.navigate(app);
        page.click("a[href='/login']");
        page.waitForSelector(SIGNED_IN);
        return page;
    }
}
