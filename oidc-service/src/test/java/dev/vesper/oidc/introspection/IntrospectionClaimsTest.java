package dev.vesper.oidc.introspection;

import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.world.Golden;
import dev.vesper.oidc.world.World;
import dev.vesper.proto.internal.v1.TokenState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** RFC 7662, section 2.2. */
final class IntrospectionClaimsTest {
    @Test
    void an_active_access_token_is_described_as_agreed() {
        Instant issued = Instant.parse("2026-01-02T03:04:05Z");
        TokenState state = TokenState.newBuilder()
                .setActive(true)
                .setSessionId("session-1")
                .setUserId("user-ada")
                .setClientId("alpha-client")
                .addAudience("alpha-client")
                .addAudience("project-1")
                .addScope("openid")
                .addScope("email")
                .setAuthTime(World.timestamp(issued.minusSeconds(60)))
                .setIssuedAt(World.timestamp(issued))
                .setExpiresAt(World.timestamp(issued.plusSeconds(600)))
                .build();
        Tenant tenant = new Tenant("instance-1", "https://id.example.com", "");

        Golden.check("introspection.json", IntrospectionClaims.ofAccessToken(tenant, state, "access-token-1"));
    }
}
