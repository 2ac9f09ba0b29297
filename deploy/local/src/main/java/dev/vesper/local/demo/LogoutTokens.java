package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks logout tokens as Back-Channel Logout 1.0, section 2.6 asks. */
final class LogoutTokens {
    private static final int REMEMBERED = 1000;

    private final LogoutTokenValidator validator;
    private final Map<String, Instant> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    LogoutTokens(Issuer issuer, ClientID client, JWSKeySelector<?> keys) {
        this.validator = new LogoutTokenValidator(issuer, client, true, keys, null);
    }

    /**
     * @param at when it arrived
     * @throws BadJOSEException when it is not good, or was seen before
     */
    LogoutNotice check(JWT token, Instant at) throws BadJOSEException, JOSEException {
        if (!(token instanceof SignedJWT signed)) {
            throw new BadJOSEException("the logout token is not signed");
        }
        var claims = validator.validate(token);
        if (isRepeated(claims.getJWTID().getValue(), at)) {
            throw new BadJOSEException("a logout token with this jti was received before");
        }
        return new LogoutNotice(signed, claims, at);
    }

    private synchronized boolean isRepeated(String jti, Instant at) {
        return seen.putIfAbsent(jti, at) != null;
    }
}
