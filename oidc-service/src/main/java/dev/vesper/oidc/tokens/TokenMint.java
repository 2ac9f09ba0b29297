package dev.vesper.oidc.tokens;

import com.nimbusds.jose.JOSEObjectType;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.internal.v1.Grant;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the tokens of a grant. It is called after the push that granted them was answered, never before. */
@Singleton
public final class TokenMint {
    private final OpaqueTokens opaque;
    private final TokenSigner signer;

    TokenMint(OpaqueTokens opaque, TokenSigner signer) {
        this.opaque = opaque;
        this.signer = signer;
    }

    public Minted mint(Tenant tenant, Grant grant) {
        String accessToken = accessToken(tenant, grant);
        Optional<String> idToken = grant.getScopeList().contains("openid")
                ? Optional.of(signer.sign(
                        tenant.instanceId(),
                        IdTokenClaims.algorithm(grant),
                        JOSEObjectType.JWT,
                        IdTokenClaims.of(grant, accessToken)))
                : Optional.empty();
        return new Minted(accessToken, idToken);
    }

    private String accessToken(Tenant tenant, Grant grant) {
        return grant.getAccessTokenType().equals("ACCESS_TOKEN_TYPE_JWT")
                ? signer.sign(
                        tenant.instanceId(),
                        IdTokenClaims.algorithm(grant),
                        AccessTokenClaims.TYPE,
                        AccessTokenClaims.of(grant))
                : opaque.mint(grant.getOidcSessionId(), grant.getAccessTokenId());
    }

    /** @param idToken empty when a refresh narrowed the scope to one without {@code openid} */
    public record Minted(String accessToken, Optional<String> idToken) {}
}
