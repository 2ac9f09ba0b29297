package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.tokens.IdTokenHint;
import dev.vesper.proto.admin.v1.App;
import java.util.Optional;

/**
 * A logout request that has not been checked yet.
 *
 * @param hint empty when there is none, or none that we issued
 * @param client that of the hint, or else of {@code client_id}; empty for an unknown one
 */
record LogoutDraft(Tenant tenant, Parameters parameters, Optional<IdTokenHint> hint, Optional<App> client) {
    String text(String parameter) {
        return parameters.text(parameter);
    }

    /** Without a client nobody vouches for the URI, so that the person stays here. */
    LogoutRequest checked() {
        return LogoutRequest.of(
                parameters,
                hint,
                client.map(App::getClientId).orElse(""),
                client.isPresent() ? text("post_logout_redirect_uri") : "");
    }
}
