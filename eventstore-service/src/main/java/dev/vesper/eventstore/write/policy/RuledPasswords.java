package dev.vesper.eventstore.write.policy;

import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.user.human.PasswordPolicies;
import jakarta.inject.Singleton;

/** A changed password is held to the policy that holds for a first one. */
@Singleton
final class RuledPasswords implements PasswordPolicies {
    @Override
    public Policy of(Loader loader, String instanceId, String orgId) {
        var instance = loader.load(InstanceDecider.KIND, instanceId, instanceId).state();
        var org = loader.load(OrgDecider.KIND, instanceId, orgId).state();
        var complexity = Ruling.passwordComplexity(instance.policies(), org.policies());
        return new Policy(
                complexity.minLength(),
                complexity.hasLowercase(),
                complexity.hasUppercase(),
                complexity.hasNumber(),
                complexity.hasSymbol(),
                Policy.DEFAULT.endsSessions());
    }
}
