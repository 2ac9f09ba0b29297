package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.Loader;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Until there is something to read policies from. */
@DefaultBean
@Singleton
final class DefaultPasswordPolicies implements PasswordPolicies {
    @Override
    public Policy of(Loader loader, String instanceId, String orgId) {
        return Policy.DEFAULT;
    }
}
