package dev.vesper.local.demo;

import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Duration;
import java.time.Instant;

/**
 * A person who is signed in to this app.
 *
 * @param idToken as received, because it is the hint when signing out
 * @param claims of the ID token, after its check
 * @param name how to greet the person
 * @param asked when this app sent the browser to Vesper
 * @param at when the ID token had been checked
 */
record SignIn(JWT idToken, IDTokenClaimsSet claims, String accessToken, String name, Instant asked, Instant at) {
    private static final Duration CLOCKS_TICK_IN_SECONDS = Duration.ofSeconds(1);

    String subject() {
        return claims.getSubject().getValue();
    }

    /** The session at Vesper, which logout tokens name; empty when the ID token has none. */
    String sid() {
        var sid = claims.getSessionID();
        return sid == null ? "" : sid.getValue();
    }

    /** Whether Vesper knew the person already and asked for nothing. */
    boolean isSingleSignOn() {
        var authenticated = claims.getAuthenticationTime();
        return authenticated != null
                && authenticated.toInstant().plus(CLOCKS_TICK_IN_SECONDS).isBefore(asked);
    }
}
