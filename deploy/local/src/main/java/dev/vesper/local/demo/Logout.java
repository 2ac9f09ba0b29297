package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.util.Optional;

/** Signs the person out here and asks Vesper to end the session (RP-Initiated Logout 1.0, section 2). */
record Logout(App app) implements Endpoint {
    @Override
    public void answer(Call call) throws Exception {
        var key = app.visitorKey(call);
        if (!(app.visitors().get(key) instanceof Visitor.SignedIn(var signIn))) {
            call.redirect(URI.create("/"));
            return;
        }
        var click = new SignOutClick(app.settings().name(), app.clock().instant(), signIn.sid());
        var state = new State();
        var request = new LogoutRequest(
                app.provider().metadata().getEndSessionEndpointURI(),
                signIn.idToken(),
                URI.create(app.settings().client().postLogoutRedirectUri()),
                state);
        app.visitors().put(key, new Visitor.Leaving(signIn, state, Optional.empty()));
        call.setCookie(SignOutClick.COOKIE, click.cookieValue());
        call.redirect(request.toURI());
    }
}
