package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** An organisation: the owner of users and projects. Aggregate {@code org}. */
public sealed interface OrgEvent extends Event {

    record Added(String name) implements OrgEvent {}

    record Changed(String name) implements OrgEvent {}

    record Deactivated() implements OrgEvent {}

    record Reactivated() implements OrgEvent {}

    record Removed() implements OrgEvent {}

    /** @param generated whether it was made from the organisation's name */
    record DomainAdded(String domain, boolean generated) implements OrgEvent {}

    /** From here on no other organisation of the instance can have it. */
    record DomainVerified(String domain) implements OrgEvent {}

    record DomainPrimarySet(String domain) implements OrgEvent {}

    record DomainRemoved(String domain) implements OrgEvent {}

    /** A bulk end: counts at once for every session of the organisation's users. */
    record SessionsEnded(String reason) implements OrgEvent {}

    /** A user has roles for the organisation. */
    record MemberAdded(String userId, List<String> roles) implements OrgEvent, Membership {}

    /** @param roles all that the member has from now on */
    record MemberChanged(String userId, List<String> roles) implements OrgEvent, Membership {}

    record MemberRemoved(String userId) implements OrgEvent, Membership {
        @Override
        public List<String> roles() {
            return List.of();
        }
    }

    /** Of what the organisation rules: from now on this. */
    sealed interface PolicySet extends OrgEvent {
        Policy policy();
    }

    /** Of what the organisation ruled: from now on its instance rules. */
    sealed interface PolicyReset extends OrgEvent {
        Policy.Kind kind();
    }

    record LoginPolicyAdded(@JsonUnwrapped Policy.Login policy) implements PolicySet {}

    record LoginPolicyChanged(@JsonUnwrapped Policy.Login policy) implements PolicySet {}

    record LoginPolicyRemoved() implements PolicyReset {
        @Override
        public Policy.Kind kind() {
            return Policy.Kind.LOGIN;
        }
    }

    record LockoutPolicyAdded(@JsonUnwrapped Policy.Lockout policy) implements PolicySet {}

    record LockoutPolicyChanged(@JsonUnwrapped Policy.Lockout policy) implements PolicySet {}

    record LockoutPolicyRemoved() implements PolicyReset {
        @Override
        public Policy.Kind kind() {
            return Policy.Kind.LOCKOUT;
        }
    }

    record PasswordComplexityPolicyAdded(@JsonUnwrapped Policy.PasswordComplexity policy) implements PolicySet {}

    record PasswordComplexityPolicyChanged(@JsonUnwrapped Policy.PasswordComplexity policy) implements PolicySet {}

    record PasswordComplexityPolicyRemoved() implements PolicyReset {
        @Override
        public Policy.Kind kind() {
            return Policy.Kind.PASSWORD_COMPLEXITY;
        }
    }

    record NotificationPolicyAdded(@JsonUnwrapped Policy.Notification policy) implements PolicySet {}

    record NotificationPolicyChanged(@JsonUnwrapped Policy.Notification policy) implements PolicySet {}

    record NotificationPolicyRemoved() implements PolicyReset {
        @Override
        public Policy.Kind kind() {
            return Policy.Kind.NOTIFICATION;
        }
    }

    record SessionLifetimePolicyAdded(@JsonUnwrapped Policy.SessionLifetime policy) implements PolicySet {}

    record SessionLifetimePolicyChanged(@JsonUnwrapped Policy.SessionLifetime policy) implements PolicySet {}

    record SessionLifetimePolicyRemoved() implements PolicyReset {
        @Override
        public Policy.Kind kind() {
            return Policy.Kind.SESSION_LIFETIME;
        }
    }
}
