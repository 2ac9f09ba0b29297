package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Page;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
final class EndToEndTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @BeforeEach
    void begin() {
        world.reset();
    }

    @Test
    void a_person_signs_in() {
        try (Browser browser = new Browser(home)) {
            Page page = browser.get("/oauth/v2/authorize?"
                    + Browser.encode(Map.of(
                            "client_id",
                            Fixtures.ALPHA,
                            "redirect_uri",
                            Fixtures.REDIRECT_URI,
                            "response_type",
                            "code",
                            "scope",
                            "openid profile",
                            "state",
                            "a b+c%~\"'")));
            page = browser.follow(page);
            page = browser.submit(page, "login-name", Map.of("loginName", "ada"));
            page = browser.submit(page, "password", Map.of("password", "wrong"));
            page = browser.submit(page, "password", Map.of("password", "analytical"));
            assertThat(page.location()).startsWith(Fixtures.REDIRECT_URI);
        }
    }
}
