package dev.vesper.oidc.endsession;

import dev.vesper.oidc.cache.Features;
import dev.vesper.oidc.origin.Tenant;
import jakarta.inject.Singleton;

/** Whom a sign-out is about where its request does not say. */
@Singleton
final class ScopePolicy {
    private final Features features;

    ScopePolicy(Features features) {
        this.features = features;
    }

    LogoutScope of(Tenant tenant) {
        return features.hasSingleSessionTermination(tenant.instanceId()) ? LogoutScope.PERSON : LogoutScope.BROWSER;
    }
}
