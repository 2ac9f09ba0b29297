package dev.vesper.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;

/** Checks logout tokens as an independent relying party does, against the keys that the provider publishes. */
final class LogoutTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(2);

    private final LogoutTokenValidator validator;

    LogoutTokens(OIDCProviderMetadata provider, ClientID client) {
        try {
            this.validator = new LogoutTokenValidator(
                    provider.getIssuer(),
                    client,
                    JWSAlgorithm.RS256,
                    provider.getJWKSetURI().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jwks_uri of " + provider.getIssuer(), e);
        }
    }

    /** OpenID Connect Back-Channel Logout 1.0, section 2.6, and what our contract promises beyond it. */
    LogoutTokenClaimsSet validate(Told told) {
        if (!told.method().equals("POST") || !told.contentType().startsWith(Forms.TYPE)) {
            throw new AssertionError("not a form POST: " + told.method() + " " + told.contentType());
        }
        try {
            var token = SignedJWT.parse(told.logoutToken());
            var claims = validator.validate(token);
            require(TYPE.equals(token.getHeader().getType()), "typ is " + TYPE);
            require(claims.getSessionID() != null && claims.getSubject() != null, "sid and sub are there");
            require(claims.getJWTID() != null && claims.getExpirationTime() != null, "jti and exp are there");
            var lifetime = Duration.between(
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            require(lifetime.compareTo(LONGEST_LIFETIME) <= 0, "exp is at most two minutes ahead, not " + lifetime);
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("not a valid logout token", e);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("logout token: it must hold that " + what);
        }
    }
}
