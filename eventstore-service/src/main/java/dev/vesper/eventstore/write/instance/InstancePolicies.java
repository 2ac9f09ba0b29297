package dev.vesper.eventstore.write.instance;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.policy.Policies;
import dev.vesper.eventstore.write.policy.PolicyRules;
import java.util.List;

/** Decides about what an instance rules. */
final class InstancePolicies {
    private InstancePolicies() {}

    static List<InstanceEvent> set(Policy policy, Policies before) {
        PolicyRules.check(policy);
        var known = before.find(policy.kind());
        return known.filter(policy::equals).isPresent() ? List.of() : List.of(set(policy, known.isEmpty()));
    }

    static List<InstanceEvent> reset(Policy.Kind kind, Policies before) {
        return before.find(kind).isPresent() ? List.of(reset(kind)) : List.of();
    }

    private static InstanceEvent set(Policy policy, boolean isFirst) {
        return switch (policy) {
            case Policy.Login p ->
                isFirst ? new InstanceEvent.LoginPolicyAdded(p) : new InstanceEvent.LoginPolicyChanged(p);
            case Policy.Lockout p ->
                isFirst ? new InstanceEvent.LockoutPolicyAdded(p) : new InstanceEvent.LockoutPolicyChanged(p);
            case Policy.PasswordComplexity p ->
                isFirst
                        ? new InstanceEvent.PasswordComplexityPolicyAdded(p)
                        : new InstanceEvent.PasswordComplexityPolicyChanged(p);
            case Policy.Notification p ->
                isFirst ? new InstanceEvent.NotificationPolicyAdded(p) : new InstanceEvent.NotificationPolicyChanged(p);
            case Policy.SessionLifetime p ->
                isFirst
                        ? new InstanceEvent.SessionLifetimePolicyAdded(p)
                        : new InstanceEvent.SessionLifetimePolicyChanged(p);
        };
    }

    private static InstanceEvent reset(Policy.Kind kind) {
        return switch (kind) {
            case LOGIN -> new InstanceEvent.LoginPolicyRemoved();
            case LOCKOUT -> new InstanceEvent.LockoutPolicyRemoved();
            case PASSWORD_COMPLEXITY -> new InstanceEvent.PasswordComplexityPolicyRemoved();
            case NOTIFICATION -> new InstanceEvent.NotificationPolicyRemoved();
            case SESSION_LIFETIME -> new InstanceEvent.SessionLifetimePolicyRemoved();
        };
    }
}
