package dev.vesper.oidc.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.vesper.oidc.world.Golden;
import dev.vesper.oidc.world.World;
import dev.vesper.proto.internal.v1.Grant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 1.0, section 2; RFC 9068, section 2.2. */
final class TokenClaimsTest {
    private static final Instant ISSUED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Grant GRANT = Grant.newBuilder()
            .setIssuer("https://id.example.com")
            .setOidcSessionId("oidc-session-1")
            .setSessionId("session-1")
            .setUserId("user-ada")
            .setClientId("alpha-client")
            .addAudience("alpha-client")
            .addAudience("project-1")
            .addScope("openid")
            .addScope("profile")
            .addAuthMethods("pwd")
            .setAuthTime(World.timestamp(ISSUED.minusSeconds(60)))
            .setNonce("n-0S6_WzA2Mj")
            .setAccessTokenId("access-token-1")
            .setAccessTokenIssuedAt(World.timestamp(ISSUED))
            .setAccessTokenExpiresAt(World.timestamp(ISSUED.plusSeconds(3600)))
            .setIdTokenExpiresAt(World.timestamp(ISSUED.plusSeconds(600)))
            .setIdTokenAlgorithm("RS256")
            .build();

    @Test
    void the_claims_of_an_id_token_are_as_agreed() {
        Golden.check("id-token.json", json(IdTokenClaims.of(GRANT, "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")));
    }

    @Test
    void the_claims_of_a_jwt_access_token_are_as_agreed() {
        Golden.check("access-token.json", json(AccessTokenClaims.of(GRANT)));
    }

    @Test
    void oidc_core_3_1_3_6_at_hash_is_that_of_the_specifications_example() {
        // OpenID Connect Core 1.0, appendix A.3.
        assertThat(AccessTokenHash.of(
                        "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", com.nimbusds.jose.JWSAlgorithm.RS256))
                .isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
    }

    private static java.util.Map<String, Object> json(JWTClaimsSet claims) {
        return claims.toJSONObject();
    }
}
