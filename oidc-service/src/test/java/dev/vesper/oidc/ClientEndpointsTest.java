package dev.vesper.oidc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Calls;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients and scripts ask beside the flows: introspection, revocation, and the errors of the token endpoint. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class ClientEndpointsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @BeforeEach
    void begin() {
        world.reset();
    }

    @Test
    void rfc_7662_2_introspection_tells_the_client_and_the_audience_and_nobody_else() {
        String accessToken =
                signIn(Fixtures.ALPHA).getOIDCTokens().getAccessToken().getValue();

        Calls.introspect(Fixtures.ALPHA, accessToken)
                .body("active", equalTo(true))
                .body("client_id", equalTo(Fixtures.ALPHA))
                .body("sub", equalTo("user-ada"))
                .body("aud", hasItem("project-1"));
        Calls.introspect(Fixtures.BETA, accessToken).body("active", equalTo(true));
        Calls.introspect(Fixtures.ALPHA, "va_nonsense.x")
                .body("active", equalTo(false))
                .body("$", not(hasKey("sub")));
        Calls.asClient(Fixtures.ALPHA, "wrong")
                .formParam("token", accessToken)
                .post("/oauth/v2/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"));
        given().contentType(FORM)
                .formParam("client_id", Fixtures.SPA)
                .formParam("token", accessToken)
                .post("/oauth/v2/introspect")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_that_no_view_has_yet_is_looked_up_in_the_log() {
        String accessToken =
                signIn(Fixtures.ALPHA).getOIDCTokens().getAccessToken().getValue();
        world.unseen.addAll(world.oidcSessions.keySet());

        Calls.userinfo(accessToken).statusCode(200);
        Calls.introspect(Fixtures.ALPHA, accessToken).body("active", equalTo(true));
    }

    @Test
    void rfc_7009_2_revocation_ends_what_it_is_given_and_an_unknown_token_is_a_success() {
        OIDCTokenResponse tokens = signIn(Fixtures.ALPHA);
        String accessToken = tokens.getOIDCTokens().getAccessToken().getValue();
        String refreshToken = tokens.getOIDCTokens().getRefreshToken().getValue();
        Calls.introspect(Fixtures.ALPHA, refreshToken).body("active", equalTo(true));

        Calls.revoke(accessToken).statusCode(200);
        Calls.userinfo(accessToken).statusCode(401);
        Calls.revoke(refreshToken).statusCode(200);
        Calls.introspect(Fixtures.ALPHA, refreshToken).body("active", equalTo(false));
        Calls.revoke("nonsense").statusCode(200);
        Calls.asClient(Fixtures.ALPHA, "wrong")
                .formParam("token", "nonsense")
                .post("/oauth/v2/revoke")
                .then()
                .statusCode(401);
    }

    @Test
    void rfc_6749_5_2_token_errors_have_their_code_status_and_headers() {
        Calls.asClient(Fixtures.ALPHA, "wrong")
                .formParam("grant_type", "authorization_code")
                .formParam("code", "x")
                .formParam("redirect_uri", Fixtures.REDIRECT_URI)
                .post("/oauth/v2/token")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo("invalid_client"));
        Calls.asClient(Fixtures.ALPHA, Fixtures.SECRET)
                .formParam("grant_type", "password")
                .post("/oauth/v2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
        Calls.asClient(Fixtures.ALPHA, Fixtures.SECRET)
                .formParam("grant_type", "authorization_code")
                .post("/oauth/v2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        Calls.asClient(Fixtures.ALPHA, Fixtures.SECRET)
                .body("grant_type=refresh_token&grant_type=refresh_token&refresh_token=x")
                .post("/oauth/v2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void a_script_of_any_origin_may_call_the_token_endpoint_and_no_login_page() {
        given().header("Origin", "https://spa.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/oauth/v2/token")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"));
        given().header("Origin", "https://spa.example")
                .get("/oidc/v1/end_session")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    private OIDCTokenResponse signIn(String clientId) {
        RelyingParty relyingParty = new RelyingParty(home, clientId);
        try (Browser browser = new Browser(home)) {
            return relyingParty.exchange(SignIns.as(browser, "ada", "analytical", relyingParty.authorize()));
        }
    }
}
