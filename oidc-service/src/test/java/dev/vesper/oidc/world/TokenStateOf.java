package dev.vesper.oidc.world;

import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.TokenState;

/** The state of a token, from the facts. */
final class TokenStateOf {
    private TokenStateOf() {}

    static TokenState accessToken(World world, String oidcSessionId, String accessTokenId) {
        OidcSession family = world.oidcSessions.get(oidcSessionId);
        return family != null && family.accessTokens.contains(accessTokenId) && isAlive(world, family)
                ? active(family)
                : TokenState.getDefaultInstance();
    }

    static TokenState refreshToken(World world, String refreshToken) {
        return world.oidcSessions.values().stream()
                .filter(family -> refreshToken.equals(family.refreshToken))
                .filter(family -> isAlive(world, family))
                .findFirst()
                .map(TokenStateOf::active)
                .orElse(TokenState.getDefaultInstance());
    }

    static boolean isAlive(World world, OidcSession family) {
        Session session = world.sessions.get(family.first.getSessionId());
        return !family.ended && session != null && session.getActive();
    }

    private static TokenState active(OidcSession family) {
        Grant grant = family.first;
        return TokenState.newBuilder()
                .setActive(true)
                .setOidcSessionId(grant.getOidcSessionId())
                .setSessionId(grant.getSessionId())
                .setUserId(grant.getUserId())
                .setUserResourceOwner(grant.getUserResourceOwner())
                .setClientId(grant.getClientId())
                .addAllAudience(grant.getAudienceList())
                .addAllScope(grant.getScopeList())
                .addAllAuthMethods(grant.getAuthMethodsList())
                .setAuthTime(grant.getAuthTime())
                .setIssuedAt(grant.getAccessTokenIssuedAt())
                .setExpiresAt(grant.getAccessTokenExpiresAt())
                .setPosition(family.position)
                .build();
    }
}
