package dev.vesper.local.demo;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import java.time.Instant;

/**
 * A logout token that was received and found good.
 *
 * @param at when it arrived, before the check
 */
record LogoutNotice(SignedJWT token, LogoutTokenClaimsSet claims, Instant at) {
    /** A token without {@code sid} ends all sessions of its subject (Back-Channel Logout 1.0, section 2.6). */
    boolean concerns(SignIn signIn) {
        var sid = claims.getSessionID();
        if (sid != null) {
            return sid.getValue().equals(signIn.sid());
        }
        return claims.getSubject() != null && claims.getSubject().getValue().equals(signIn.subject());
    }
}
