package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.proto.admin.v1.OidcConfig;
import java.util.Optional;

/** Authorization requests for tests of single checks. */
final class Drafts {
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String GOOD = "client_id=alpha-client&redirect_uri=https%3A%2F%2Frp.example.com%2Fcallback"
            + "&response_type=code&scope=openid&state=s&code_challenge_method=S256&code_challenge=" + CHALLENGE;

    private Drafts() {}

    static Draft of(String query) {
        return of(query, Fixtures.web().build());
    }

    static Draft of(String query, OidcConfig client) {
        return new Draft(
                new Tenant("instance-1", "https://id.example.com", "192.0.2.1"),
                Parameters.parse(query),
                Optional.of(Fixtures.app(Fixtures.ALPHA, client)));
    }

    /** The refusal of a good request but for what is added or replaced. */
    static String refusal(String name, String replacement) {
        String query = GOOD.replaceAll(name + "=[^&]*", "") + "&" + replacement;
        return describe(Checks.firstRefusal(of(query)));
    }

    static String describe(Optional<Refusal> refusal) {
        return refusal.map(found -> switch (found) {
                    case Refusal.ToPerson(var complaint) -> "person: " + complaint;
                    case Refusal.ToClient(String error, String description) -> error + ": " + description;
                })
                .orElse("nothing");
    }
}
