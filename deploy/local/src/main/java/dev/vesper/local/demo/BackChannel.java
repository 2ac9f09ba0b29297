package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/** Hears from Vesper that a session has ended (Back-Channel Logout 1.0, sections 2.5 to 2.8). */
record BackChannel(App app) implements Endpoint {
    @Override
    public void answer(Call call) throws Exception {
        var at = app.clock().instant();
        try {
            var notice = check(call, at);
            int concerned = app.visitors().tell(notice);
            System.out.println(at + " a logout token ended " + concerned + " sign-in(s) of session "
                    + notice.claims().getSessionID());
            call.send(200, "text/plain", "");
        } catch (BadJOSEException | JOSEException | ParseException e) {
            System.out.println(at + " refused a logout token: " + e.getMessage());
            call.send(400, "application/json", "{\"error\":\"invalid_request\"}");
        }
    }

    private LogoutNotice check(Call call, Instant at) throws Exception {
        if (!call.contentType().startsWith("application/x-www-form-urlencoded")) {
            throw new BadJOSEException("the body is " + call.contentType() + ", not a form");
        }
        var tokens = URLUtils.parseParameters(call.body()).getOrDefault("logout_token", List.of());
        if (tokens.size() != 1) {
            throw new BadJOSEException("there must be one logout_token, not " + tokens.size());
        }
        return app.provider().logoutTokens().check(JWTParser.parse(tokens.getFirst()), at);
    }
}
