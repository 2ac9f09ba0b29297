package dev.vesper.eventstore.write.org;

import dev.vesper.events.OrgEvent;
import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.policy.Policies;
import dev.vesper.eventstore.write.policy.PolicyRules;
import java.util.List;

/** Decides about what an organisation rules. */
final class OrgPolicies {
    private OrgPolicies() {}

    static List<OrgEvent> set(Policy policy, Policies before) {
        PolicyRules.check(policy);
        var known = before.find(policy.kind());
        return known.filter(policy::equals).isPresent() ? List.of() : List.of(set(policy, known.isEmpty()));
    }

    static List<OrgEvent> reset(Policy.Kind kind, Policies before) {
        return before.find(kind).isPresent() ? List.of(reset(kind)) : List.of();
    }

    private static OrgEvent set(Policy policy, boolean isFirst) {
        return switch (policy) {
            case Policy.Login p -> isFirst ? new OrgEvent.LoginPolicyAdded(p) : new OrgEvent.LoginPolicyChanged(p);
            case Policy.Lockout p ->
                isFirst ? new OrgEvent.LockoutPolicyAdded(p) : new OrgEvent.LockoutPolicyChanged(p);
            case Policy.PasswordComplexity p ->
                isFirst
                        ? new OrgEvent.PasswordComplexityPolicyAdded(p)
                        : new OrgEvent.PasswordComplexityPolicyChanged(p);
            case Policy.Notification p ->
                isFirst ? new OrgEvent.NotificationPolicyAdded(p) : new OrgEvent.NotificationPolicyChanged(p);
            case Policy.SessionLifetime p ->
                isFirst ? new OrgEvent.SessionLifetimePolicyAdded(p) : new OrgEvent.SessionLifetimePolicyChanged(p);
        };
    }

    private static OrgEvent reset(Policy.Kind kind) {
        return switch (kind) {
            case LOGIN -> new OrgEvent.LoginPolicyRemoved();
            case LOCKOUT -> new OrgEvent.LockoutPolicyRemoved();
            case PASSWORD_COMPLEXITY -> new OrgEvent.PasswordComplexityPolicyRemoved();
            case NOTIFICATION -> new OrgEvent.NotificationPolicyRemoved();
            case SESSION_LIFETIME -> new OrgEvent.SessionLifetimePolicyRemoved();
        };
    }
}
