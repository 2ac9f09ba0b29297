package dev.vesper.oidc.userinfo;

import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core 1.0, section 5.4. */
final class UserinfoClaimsTest {
    @Test
    void each_scope_brings_its_claims() {
        var ada = Fixtures.user("user-ada", "ada", "Ada", "Lovelace");

        Golden.check("userinfo.json", UserinfoClaims.of(ada, List.of("openid", "profile", "email", "phone")));
    }

    @Test
    void openid_alone_brings_the_subject() {
        var ada = Fixtures.user("user-ada", "ada", "Ada", "Lovelace");

        Golden.check("userinfo-openid.json", UserinfoClaims.of(ada, List.of("openid")));
    }
}
