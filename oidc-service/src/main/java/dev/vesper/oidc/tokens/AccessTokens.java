package dev.vesper.oidc.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads access tokens that we minted, of both kinds. Whether they still count is another question. */
@Singleton
public final class AccessTokens {
    private final OpaqueTokens opaque;
    private final OwnJwts jwts;

    AccessTokens(OpaqueTokens opaque, OwnJwts jwts) {
        this.opaque = opaque;
        this.jwts = jwts;
    }

    /** @return empty for anything that is not an access token of ours */
    public Optional<AccessTokenRef> read(Tenant tenant, String token) {
        return token.startsWith(OpaqueTokens.PREFIX)
                ? opaque.read(token)
                : jwts.verify(tenant.instanceId(), token).flatMap(AccessTokens::reference);
    }

    private static Optional<AccessTokenRef> reference(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return AccessTokenClaims.TYPE.equals(jwt.getHeader().getType())
                    ? reference(claims.getStringClaim(AccessTokenClaims.OIDC_SESSION), claims.getJWTID())
                    : Optional.empty();
        } catch (ParseException notClaims) {
            return Optional.empty();
        }
    }

    private static Optional<AccessTokenRef> reference(@Nullable String oidcSessionId, @Nullable String tokenId) {
        if (oidcSessionId == null || tokenId == null) {
            return Optional.empty();
        }
        return Optional.of(AccessTokenRef.newBuilder()
                .setOidcSessionId(oidcSessionId)
                .setAccessTokenId(tokenId)
                .build());
    }
}
