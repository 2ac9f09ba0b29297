package dev.vesper.oidc.tokens;

import static dev.vesper.oidc.clients.ProtoTimes.instant;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.vesper.proto.internal.v1.Grant;
import java.util.Date;

/** What a JWT access token says (RFC 9068, section 2.2), and the OIDC session that it belongs to. */
final class AccessTokenClaims {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String OIDC_SESSION = "oidc_session_id";

    private AccessTokenClaims() {}

    static JWTClaimsSet of(Grant grant) {
        return new JWTClaimsSet.Builder()
                .issuer(grant.getIssuer())
                .subject(grant.getUserId())
                .audience(grant.getAudienceList().stream().toList())
                .claim("client_id", grant.getClientId())
                .issueTime(Date.from(instant(grant.getAccessTokenIssuedAt())))
                .expirationTime(Date.from(instant(grant.getAccessTokenExpiresAt())))
                .jwtID(grant.getAccessTokenId())
                .claim("auth_time", grant.getAuthTime().getSeconds())
                .claim("scope", String.join(" ", grant.getScopeList()))
                .claim("sid", grant.getSessionId())
                .claim(OIDC_SESSION, grant.getOidcSessionId())
                .build();
    }
}
