package dev.vesper.oidc.world;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests that clients make of their own, without a browser. */
public final class Calls {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Calls() {}

    public static ValidatableResponse userinfo(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken)
                .get("/oidc/v1/userinfo")
                .then();
    }

    public static ValidatableResponse introspect(String clientId, String token) {
        return asClient(clientId, Fixtures.SECRET)
                .formParam("token", token)
                .post("/oauth/v2/introspect")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }

    public static ValidatableResponse revoke(String token) {
        return asClient(Fixtures.ALPHA, Fixtures.SECRET)
                .formParam("token", token)
                .post("/oauth/v2/revoke")
                .then();
    }

    public static RequestSpecification asClient(String clientId, String secret) {
        var basic = new ClientSecretBasic(new ClientID(clientId), new Secret(secret));
        return given().contentType(FORM).header("Authorization", basic.toHTTPAuthorizationHeader());
    }
}
