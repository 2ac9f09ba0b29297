package dev.vesper.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One app of the demo against a small provider, as a browser and as the provider sees it. */
@Timeout(60)
class RelyingPartyTest {
    private static final String SID = "session-1";

    private TestProvider provider;
    private HttpServer app;
    private String origin;
    private HttpClient browser;

    @BeforeEach
    void start() throws IOException {
        provider = TestProvider.start(SID);
        origin = "http://localhost:" + freePort();
        var client = new DemoClient("Beta", origin, "", "client-1", "secret");
        app = RelyingParty.serve(new App(
                new AppSettings(client, URI.create(provider.issuer()), "Alpha", "http://localhost:1"),
                InstantSource.system()));
        app.start();
        browser = browser();
    }

    @AfterEach
    void stop() {
        browser.close();
        app.stop(0);
        provider.close();
    }

    @Test
    void aStrangerIsOfferedToSignIn() throws Exception {
        assertThat(get("/").body()).contains("data-state=\"stranger\"").contains("Sign in with Vesper");
    }

    @Test
    void whoSignsInIsGreetedAndSeesTheSession() throws Exception {
        var home = get("/login");

        assertThat(home.uri().getPath()).isEqualTo("/");
        assertThat(home.body())
                .contains("Hello, Demo &lt;User&gt;.")
                .contains("<dd id=\"sid\">" + SID + "</dd>")
                .contains("Vesper knew you already")
                .contains("It is opaque");
    }

    @Test
    void aLogoutTokenSignsOutAndTurnsTheOpenPage() throws Exception {
        get("/login");
        try (var page = openEvents()) {
            assertThat(nextState(page)).startsWith("in-");

            assertThat(logout(token("jti-1"))).isEqualTo(200);

            assertThat(nextState(page)).isEqualTo("out-told");
        }
        assertThat(get("/").body())
                .contains("You are signed out here, too.")
                .contains("The session was ended elsewhere")
                .contains("logout+jwt")
                .contains("jti-1");
    }

    @Test
    void theTimeSinceTheClickInTheOtherAppIsShown() throws Exception {
        get("/login");
        var clicked = new SignOutClick("Alpha", InstantSource.system().instant(), SID);
        logout(token("jti-1"));

        var request = HttpRequest.newBuilder(URI.create(origin + "/"))
                .header("Cookie", SignOutClick.COOKIE + "=" + clicked.cookieValue())
                .build();
        var home = browser.send(request, BodyHandlers.ofString()).body();

        assertThat(home)
                .contains("You clicked on <b>Sign out</b> in <b>Alpha</b>")
                .contains("id=\"elapsed\"");
        assertThat(get("/").body()).as("it stays known").contains("id=\"elapsed\"");
    }

    @Test
    void signingOutHereGoesByVesperAndComesBack() throws Exception {
        get("/login");

        var home = post("/logout");

        assertThat(home.uri()).isEqualTo(URI.create(origin + "/"));
        assertThat(home.body()).contains("You signed out.").doesNotContain("logout token that Beta received");
        assertThat(logout(token("jti-1"))).isEqualTo(200);
        assertThat(get("/").body()).contains("You signed out.").contains("logout token that Beta received");
    }

    @Test
    void aLogoutTokenForAnotherSessionIsAcceptedAndChangesNothing() throws Exception {
        get("/login");

        assertThat(logout(signed(provider.logoutClaims("client-1", "jti-1").claim("sid", "another"))))
                .isEqualTo(200);
        assertThat(get("/").body()).contains("Hello, ");
    }

    @Test
    void everyBrowserOfTheSessionIsSignedOut() throws Exception {
        var other = browser();
        get("/login");
        send(other, "/login");
        send(browser(), "/");

        assertThat(logout(token("jti-1"))).isEqualTo(200);

        assertThat(get("/").body()).contains("You are signed out here, too.");
        assertThat(send(other, "/").body()).contains("You are signed out here, too.");
    }

    @Test
    void aReplayedLogoutTokenIsRefused() throws Exception {
        var token = token("jti-1");

        assertThat(logout(token)).isEqualTo(200);
        assertThat(logout(token)).isEqualTo(400);
    }

    @Test
    void aLogoutTokenThatIsNotGoodIsRefusedAndChangesNothing() throws Exception {
        get("/login");

        assertThat(logout(signed(provider.logoutClaims("another-client", "jti-1"))))
                .isEqualTo(400);
        assertThat(logout(signed(provider.logoutClaims("client-1", "jti-2").claim("nonce", "n"))))
                .isEqualTo(400);
        assertThat(logout(signed(provider.logoutClaims("client-1", "jti-3").issuer("https://other.example"))))
                .isEqualTo(400);
        assertThat(logout(signed(provider.logoutClaims("client-1", "jti-4").claim("events", null))))
                .isEqualTo(400);
        assertThat(logout(TestProvider.sign(
                        "JWT", provider.logoutClaims("client-1", "jti-5").build())))
                .isEqualTo(400);
        assertThat(logout(token("jti-6").replaceFirst("\\.[^.]*$", ".AAAA"))).isEqualTo(400);
        assertThat(logout("no token at all")).isEqualTo(400);
        assertThat(get("/").body()).contains("Hello, ");
    }

    @Test
    void anAnswerToAnotherBrowsersSignInIsRefused() throws Exception {
        var refused = get("/callback?code=code&state=of-somebody-else");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is not the answer to a sign-in from here");
    }

    @Test
    void aCookieThatIsNoClickIsIgnored() {
        assertThat(SignOutClick.parse("rubbish!")).isEmpty();
        assertThat(SignOutClick.parse("cnViYmlzaA")).isEmpty();
    }

    private String token(String jti) {
        return signed(provider.logoutClaims("client-1", jti));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return TestProvider.sign("logout+jwt", claims.build());
    }

    /** As Vesper would: without the browser's cookies. */
    private int logout(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + "/backchannel"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try (var vesper = HttpClient.newHttpClient()) {
            return vesper.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(browser, path);
    }

    private HttpResponse<String> send(HttpClient who, String path) throws Exception {
        return who.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).POST(BodyPublishers.noBody());
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private BufferedReader openEvents() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + "/events")).build();
        var body = browser.send(request, BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static String nextState(BufferedReader page) throws IOException {
        String line = page.readLine();
        while (!line.startsWith("data: ")) {
            line = page.readLine();
        }
        return line.substring("data: ".length());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
