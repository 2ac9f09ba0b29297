package dev.vesper.oidc.tokens;

import static dev.vesper.oidc.clients.ProtoTimes.instant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.vesper.proto.internal.v1.Grant;
import java.util.Date;

/** What an ID token says (OpenID Connect Core 1.0, section 2). Profile claims come from userinfo alone (section 5.4). */
final class IdTokenClaims {
    private IdTokenClaims() {}

    static JWTClaimsSet of(Grant grant, String accessToken) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(grant.getIssuer())
                .subject(grant.getUserId())
                .audience(grant.getClientId())
                .claim("azp", grant.getClientId())
                .issueTime(Date.from(instant(grant.getAccessTokenIssuedAt())))
                .expirationTime(Date.from(instant(grant.getIdTokenExpiresAt())))
                .claim("auth_time", grant.getAuthTime().getSeconds())
                .claim("sid", grant.getSessionId())
                .claim("at_hash", AccessTokenHash.of(accessToken, algorithm(grant)));
        if (!grant.getNonce().isEmpty()) {
            claims.claim("nonce", grant.getNonce());
        }
        if (grant.getAuthMethodsCount() > 0) {
            claims.claim("amr", grant.getAuthMethodsList().stream().toList());
        }
        return claims.build();
    }

    /** RS256 where the client says nothing (OpenID Connect Dynamic Client Registration 1.0, section 2). */
    static JWSAlgorithm algorithm(Grant grant) {
        String name = grant.getIdTokenAlgorithm();
        return name.isEmpty() ? JWSAlgorithm.RS256 : JWSAlgorithm.parse(name);
    }
}
