package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.Features;
import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.App;
import jakarta.inject.Singleton;

/** Whom a sign-out is about where its request does not say: as its app has it, else as the instance has it. */
@Singleton
final class ScopePolicy {
    private final RelyingParties relyingParties;
    private final Features features;

    ScopePolicy(RelyingParties relyingParties, Features features) {
        this.relyingParties = relyingParties;
        this.features = features;
    }

    LogoutScope of(Tenant tenant, String clientId) {
        var ofApp = clientId.isEmpty()
                ? dev.vesper.proto.admin.v1.LogoutScope.LOGOUT_SCOPE_UNSPECIFIED
                : relyingParties
                        .findActive(tenant.instanceId(), clientId)
                        .map(App::getLogout)
                        .map(dev.vesper.proto.admin.v1.LogoutSettings::getScope)
                        .orElse(dev.vesper.proto.admin.v1.LogoutScope.LOGOUT_SCOPE_UNSPECIFIED);
        return switch (ofApp) {
            case LOGOUT_SCOPE_PERSON -> LogoutScope.PERSON;
            case LOGOUT_SCOPE_BROWSER -> LogoutScope.BROWSER;
            case LOGOUT_SCOPE_UNSPECIFIED, UNRECOGNIZED ->
                features.hasSingleSessionTermination(tenant.instanceId()) ? LogoutScope.PERSON : LogoutScope.BROWSER;
        };
    }
}
