package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/** Sends the browser to Vesper: authorization code with PKCE, state and nonce (OpenID Connect Core, section 3.1.2.1). */
record Login(App app) implements Endpoint {
    private static final Scope SCOPE = new Scope("openid", "profile", "email");

    @Override
    public void answer(Call call) throws Exception {
        var arriving = new Visitor.Arriving(
                new State(), new Nonce(), new CodeVerifier(), app.clock().instant());
        var client = app.settings().client();
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, new ClientID(client.clientId()), URI.create(client.redirectUri()))
                .endpointURI(app.provider().metadata().getAuthorizationEndpointURI())
                .state(arriving.state())
                .nonce(arriving.nonce())
                .codeChallenge(arriving.verifier(), CodeChallengeMethod.S256)
                .build();
        app.visitors().put(app.visitorKey(call), arriving);
        call.redirect(request.toURI());
    }
}
