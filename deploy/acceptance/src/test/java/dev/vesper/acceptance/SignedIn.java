package dev.vesper.acceptance;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.Objects;

/** What a relying party holds after a sign-in; the claims are validated. */
record SignedIn(OIDCTokens tokens, IDTokenClaimsSet claims) {
    String sid() {
        return Objects.requireNonNull(claims.getSessionID(), "the ID token has no sid")
                .getValue();
    }

    String subject() {
        return claims.getSubject().getValue();
    }

    @Override
    public String toString() {
        return "SignedIn[" + claims.getSubject() + ", sid " + sid() + "]";
    }
}
