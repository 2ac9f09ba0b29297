package dev.vesper.oidc.introspection;

import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.internal.v1.TokenState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of an active token (RFC 7662, section 2.2). */
final class IntrospectionClaims {
    private IntrospectionClaims() {}

    static Map<String, Object> ofAccessToken(Tenant tenant, TokenState state, String tokenId) {
        Map<String, Object> claims = common(tenant, state);
        claims.put("token_type", "Bearer");
        claims.put("jti", tokenId);
        claims.put("aud", List.copyOf(state.getAudienceList()));
        return claims;
    }

    static Map<String, Object> ofRefreshToken(Tenant tenant, TokenState state) {
        return common(tenant, state);
    }

    private static Map<String, Object> common(Tenant tenant, TokenState state) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("active", true);
        claims.put("iss", tenant.issuer());
        claims.put("sub", state.getUserId());
        claims.put("client_id", state.getClientId());
        claims.put("scope", String.join(" ", state.getScopeList()));
        claims.put("iat", state.getIssuedAt().getSeconds());
        claims.put("exp", state.getExpiresAt().getSeconds());
        claims.put("auth_time", state.getAuthTime().getSeconds());
        claims.put("sid", state.getSessionId());
        return claims;
    }
}
