package dev.vesper.oidc.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.oidc.origin.Tenant;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ID tokens that come back as {@code id_token_hint}. An expired one is as good as a fresh one (OpenID Connect
 * RP-Initiated Logout 1.0, section 2).
 */
@Singleton
public final class IdTokenHints {
    private final OwnJwts jwts;

    IdTokenHints(OwnJwts jwts) {
        this.jwts = jwts;
    }

    /** @return empty unless it is an ID token that we issued */
    public Optional<IdTokenHint> read(Tenant tenant, String hint) {
        return jwts.verify(tenant.instanceId(), hint)
                .filter(jwt -> isIdToken(jwt.getHeader().getType()))
                .flatMap(IdTokenHints::claims);
    }

    /** Access and logout tokens say their type; an ID token says JWT, or nothing. */
    private static boolean isIdToken(@Nullable JOSEObjectType type) {
        return type == null || JOSEObjectType.JWT.equals(type);
    }

    private static Optional<IdTokenHint> claims(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String subject = claims.getSubject();
            String clientId = claims.getStringClaim("azp");
            String sessionId = claims.getStringClaim("sid");
            return subject == null || clientId == null || sessionId == null
                    ? Optional.empty()
                    : Optional.of(new IdTokenHint(subject, clientId, sessionId));
        } catch (ParseException notClaims) {
            return Optional.empty();
        }
    }
}
