package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.orEmpty;
import static dev.vesper.eventstore.api.Answers.text;
import static dev.vesper.eventstore.api.Answers.time;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.write.oidcsession.ClientCredential;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.oidcsession.OAuthRefusal;
import dev.vesper.eventstore.write.oidcsession.TokenStates;
import dev.vesper.proto.internal.v1.ClientCredential.Method;
import dev.vesper.proto.internal.v1.OAuthError;
import dev.vesper.proto.internal.v1.TokenState;

/** Grants, errors and token states on the wire. */
final class TokenTexts {
    private TokenTexts() {}

    static ClientCredential read(dev.vesper.proto.internal.v1.ClientCredential credential) {
        return new ClientCredential(credential.getClientId(), method(credential.getMethod()), credential.getSecret());
    }

    static dev.vesper.proto.internal.v1.Grant write(Grant granted) {
        OidcSessionEvent.Added grant = granted.grant();
        return dev.vesper.proto.internal.v1.Grant.newBuilder()
                .setOidcSessionId(granted.oidcSessionId())
                .setSessionId(grant.sessionId())
                .setUserId(grant.userId())
                .setUserResourceOwner(grant.userResourceOwner())
                .setClientId(grant.clientId())
                .setAppId(grant.appId())
                .setProjectId(grant.projectId())
                .addAllAudience(grant.audience())
                .addAllScope(granted.scope())
                .addAllAuthMethods(grant.authMethods())
                .setAuthTime(time(grant.authTime()))
                .setNonce(orEmpty(grant.nonce()))
                .setAccessTokenId(granted.accessTokenId())
                .setAccessTokenIssuedAt(time(granted.issuedAt()))
                .setAccessTokenExpiresAt(time(granted.accessTokenExpiresAt()))
                .setIdTokenExpiresAt(time(granted.idTokenExpiresAt()))
                .setAccessTokenType(granted.client().accessTokenType())
                .setIdTokenAlgorithm(granted.client().idTokenSignedResponseAlg())
                .setRefreshToken(granted.refreshToken())
                .setPosition(granted.position())
                .setConsistencyToken(text(granted.token()))
                .setIssuer(grant.issuer())
                .build();
    }

    static OAuthError write(OAuthRefusal refusal) {
        return OAuthError.newBuilder()
                .setError(refusal.error())
                .setErrorDescription(refusal.description())
                .build();
    }

    static TokenState write(TokenStates.TokenState state) {
        OidcSessionEvent.Added grant = state.grant();
        return TokenState.newBuilder()
                .setActive(true)
                .setOidcSessionId(state.oidcSessionId())
                .setSessionId(grant.sessionId())
                .setUserId(grant.userId())
                .setUserResourceOwner(grant.userResourceOwner())
                .setClientId(grant.clientId())
                .addAllAudience(grant.audience())
                .addAllScope(state.scope())
                .addAllAuthMethods(grant.authMethods())
                .setAuthTime(time(grant.authTime()))
                .setIssuedAt(time(state.issuedAt()))
                .setExpiresAt(time(state.expiresAt()))
                .setPosition(state.position())
                .setTokenType(state.tokenType())
                .build();
    }

    private static String method(Method method) {
        return switch (method) {
            case METHOD_BASIC -> "AUTH_METHOD_TYPE_BASIC";
            case METHOD_POST -> "AUTH_METHOD_TYPE_POST";
            case METHOD_NONE -> "AUTH_METHOD_TYPE_NONE";
            case METHOD_PRIVATE_KEY_JWT -> "AUTH_METHOD_TYPE_PRIVATE_KEY_JWT";
            case METHOD_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }
}
