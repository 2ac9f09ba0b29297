package dev.vesper.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Calls;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import dev.vesper.oidc.world.World.Registration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a grant: ID tokens, access tokens, refresh tokens, and the endpoints that take them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class TokensTest {
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
    void oidc_core_2_the_id_token_says_who_signed_in_when_where_and_for_whom() throws Exception {
        OIDCTokenResponse tokens = signIn(Fixtures.ALPHA);
        SignedJWT idToken = (SignedJWT) tokens.getOIDCTokens().getIDToken();
        Map<String, Object> claims = idToken.getJWTClaimsSet().toJSONObject();

        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(idToken.getHeader().getKeyID()).isEqualTo("rsa-1");
        assertThat(claims)
                .containsOnlyKeys(
                        "iss", "sub", "aud", "azp", "iat", "exp", "auth_time", "sid", "at_hash", "nonce", "amr")
                .containsEntry("iss", RelyingParty.trimmed(home))
                .containsEntry("sid", world.sessions.keySet().iterator().next());
        AccessTokenValidator.validate(
                tokens.getOIDCTokens().getAccessToken(),
                idToken.getHeader().getAlgorithm(),
                new AccessTokenHash((String) claims.get("at_hash")));
    }

    @Test
    void rfc_6749_5_2_whatever_stands_in_for_a_grant_the_answer_is_no_failure_of_ours() {
        for (String forged : List.of("x".repeat(10_000), "vc_" + "QUJD".repeat(2_000), "'; --")) {
            grantOf("authorization_code", "code", forged).body("error", equalTo("invalid_grant"));
            grantOf("refresh_token", "refresh_token", forged).body("error", equalTo("invalid_grant"));
        }
        grantOf("authorization_code", "code", "nul\0").body("error", equalTo("invalid_request"));
        grantOf("refresh_token", "refresh_token", "nul\0").body("error", equalTo("invalid_request"));
    }

    private static ValidatableResponse grantOf(String grantType, String parameter, String value) {
        return Calls.asClient(Fixtures.ALPHA, Fixtures.SECRET)
                .formParam("grant_type", grantType)
                .formParam(parameter, value)
                .formParam("redirect_uri", "https://alpha.example.com/callback")
                .post("/oauth/v2/token")
                .then()
                .statusCode(400)
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void a_client_may_choose_es256() {
        var app = Fixtures.app(
                Fixtures.ALPHA,
                Fixtures.web().setIdTokenSignedResponseAlg("ES256").build());
        world.registrations.put(Fixtures.ALPHA, new Registration(app, Fixtures.SECRET, false));

        OIDCTokenResponse tokens = signIn(Fixtures.ALPHA);
        assertThat(((SignedJWT) tokens.getOIDCTokens().getIDToken()).getHeader().getKeyID())
                .isEqualTo("ec-1");
    }

    @Test
    void rfc_9068_a_jwt_access_token_says_its_type_and_its_session() throws Exception {
        OIDCTokenResponse tokens = signIn(Fixtures.BETA);
        SignedJWT accessToken =
                SignedJWT.parse(tokens.getOIDCTokens().getAccessToken().getValue());

        assertThat(accessToken.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(accessToken.getJWTClaimsSet().getClaims())
                .containsKeys(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "jti",
                        "client_id",
                        "auth_time",
                        "scope",
                        "sid",
                        "oidc_session_id");
        Calls.userinfo(accessToken.serialize()).statusCode(200).body("sub", equalTo("user-ada"));
    }

    @Test
    void oidc_core_5_3_userinfo_by_header_and_by_form_gives_the_claims_of_the_scope() throws Exception {
        OIDCTokenResponse tokens = signIn(Fixtures.ALPHA);
        AccessToken accessToken = tokens.getOIDCTokens().getAccessToken();

        UserInfoResponse response = UserInfoResponse.parse(new UserInfoRequest(
                        new RelyingParty(home, Fixtures.ALPHA).provider.getUserInfoEndpointURI(),
                        new BearerAccessToken(accessToken.getValue()))
                .toHTTPRequest()
                .send());
        assertThat(response.toSuccessResponse().getUserInfo().getEmailVerified())
                .isTrue();
        assertThat(response.toSuccessResponse().getUserInfo().getName()).isEqualTo("Ada Lovelace");
        given().contentType(FORM)
                .formParam("access_token", accessToken.getValue())
                .post("/oidc/v1/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo("user-ada"));
    }

    @Test
    void rfc_6750_3_without_a_token_or_with_a_wrong_one_userinfo_challenges() {
        given().get("/oidc/v1/userinfo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"vesper\""));
        Calls.userinfo("va_x.y").statusCode(401).header("WWW-Authenticate", containsString("error=\"invalid_token\""));
        Calls.userinfo(signIn(Fixtures.ALPHA).getOIDCTokens().getAccessToken().getValue() + "x")
                .statusCode(401);
    }

    @Test
    void a_token_dies_with_its_session() {
        OIDCTokenResponse tokens = signIn(Fixtures.ALPHA);
        String accessToken = tokens.getOIDCTokens().getAccessToken().getValue();
        Calls.userinfo(accessToken).statusCode(200);
        world.sessions.replaceAll(
                (id, session) -> session.toBuilder().setActive(false).build());

        Calls.userinfo(accessToken).statusCode(401);
        var refused = new RelyingParty(home, Fixtures.ALPHA)
                .send(new RefreshTokenGrant(tokens.getOIDCTokens().getRefreshToken()));
        assertThat(refused.indicatesSuccess()).isFalse();
    }

    @Test
    void rfc_6749_6_a_refresh_rotates_and_its_reuse_ends_the_family() throws Exception {
        OIDCTokenResponse first = signIn(Fixtures.ALPHA);
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        OIDCTokenResponse second = alpha.refresh(first.getOIDCTokens().getRefreshToken());

        assertThat(second.getOIDCTokens().getRefreshToken())
                .isNotEqualTo(first.getOIDCTokens().getRefreshToken());
        var before = first.getOIDCTokens().getIDToken().getJWTClaimsSet();
        var after = second.getOIDCTokens().getIDToken().getJWTClaimsSet();
        for (String claim : new String[] {"iss", "sub", "aud", "auth_time", "azp", "sid"}) {
            assertThat(after.getClaim(claim)).isEqualTo(before.getClaim(claim));
        }
        assertThat(alpha.send(new RefreshTokenGrant(first.getOIDCTokens().getRefreshToken()))
                        .indicatesSuccess())
                .isFalse();
        assertThat(alpha.send(new RefreshTokenGrant(second.getOIDCTokens().getRefreshToken()))
                        .indicatesSuccess())
                .isFalse();
    }

    private OIDCTokenResponse signIn(String clientId) {
        RelyingParty relyingParty = new RelyingParty(home, clientId);
        try (Browser browser = new Browser(home)) {
            return relyingParty.exchange(SignIns.as(browser, "ada", "analytical", relyingParty.authorize()));
        }
    }
}
