package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.App;
import java.util.Optional;

/**
 * An authorization request that has not been checked yet.
 *
 * @param foundClient empty for an unknown, removed or inactive client
 */
record Draft(Tenant tenant, Parameters parameters, Optional<App> foundClient) {
    App client() {
        return foundClient.orElseThrow();
    }
}
