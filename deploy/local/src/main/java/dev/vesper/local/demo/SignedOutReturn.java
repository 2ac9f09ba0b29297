package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;

/** Takes the browser back after signing out (RP-Initiated Logout 1.0, section 3). */
record SignedOutReturn(App app) implements Endpoint {
    @Override
    public void answer(Call call) throws Exception {
        var key = app.visitorKey(call);
        var parameters = URLUtils.parseParameters(call.uri().getRawQuery());
        if (app.visitors().get(key) instanceof Visitor.Leaving(var signIn, var state, var notice)
                && List.of(state.getValue()).equals(parameters.get("state"))) {
            var click = call.cookie(SignOutClick.COOKIE)
                    .flatMap(SignOutClick::parse)
                    .filter(one -> one.sid().equals(signIn.sid()));
            app.visitors().put(key, new Visitor.SignedOut(signIn, true, notice, click));
        }
        call.redirect(URI.create("/"));
    }
}
