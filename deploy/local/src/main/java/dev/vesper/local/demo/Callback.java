package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;

/** Takes the browser back from Vesper: checks the answer, swaps the code for tokens, checks the ID token. */
record Callback(App app) implements Endpoint {
    @Override
    public void answer(Call call) throws Exception {
        var key = app.visitorKey(call);
        var response = AuthenticationResponseParser.parse(
                URI.create(app.settings().client().origin()).resolve(call.uri()));
        if (!(app.visitors().get(key) instanceof Visitor.Arriving arriving)
                || !arriving.state().equals(response.getState())) {
            throw new SignInRefused(
                    "This is not the answer to a sign-in from here",
                    "The state that came back is not the one that this browser was sent off with. Start again from the home page.");
        }
        var tokens = redeem(code(response), arriving);
        var claims = check(tokens, arriving);
        var accessToken = tokens.getAccessToken();
        var name = new Greeting(app.provider().metadata(), accessToken).nameOf(claims);
        var signIn = new SignIn(
                tokens.getIDToken(),
                claims,
                accessToken.getValue(),
                name,
                arriving.asked(),
                app.clock().instant());
        app.visitors().put(key, new Visitor.SignedIn(signIn));
        call.redirect(URI.create("/"));
    }

    private static AuthorizationCode code(AuthenticationResponse response) throws SignInRefused {
        if (response.indicatesSuccess()) {
            return response.toSuccessResponse().getAuthorizationCode();
        }
        throw refused(response.toErrorResponse().getErrorObject());
    }

    private OIDCTokens redeem(AuthorizationCode code, Visitor.Arriving arriving) throws Exception {
        var client = app.settings().client();
        var request = new TokenRequest.Builder(
                        app.provider().metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(client.clientId()), new Secret(client.clientSecret())),
                        new AuthorizationCodeGrant(code, URI.create(client.redirectUri()), arriving.verifier()))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(Provider.TIMEOUT_MS);
        request.setReadTimeout(Provider.TIMEOUT_MS);
        return tokens(OIDCTokenResponseParser.parse(request.send()));
    }

    private static OIDCTokens tokens(TokenResponse response) throws SignInRefused {
        if (response.indicatesSuccess() && response.toSuccessResponse() instanceof OIDCTokenResponse oidc) {
            return oidc.getOIDCTokens();
        }
        throw refused(response.toErrorResponse().getErrorObject());
    }

    private IDTokenClaimsSet check(OIDCTokens tokens, Visitor.Arriving arriving) throws Exception {
        try {
            return app.provider().check(tokens.getIDToken(), arriving.nonce());
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInRefused("The ID token is not good", e);
        }
    }

    private static SignInRefused refused(ErrorObject error) {
        return new SignInRefused("Vesper refused: " + error.getCode(), String.valueOf(error.getDescription()));
    }
}
