package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;

/** An instance: a tenant with domains of its own. Aggregate {@code instance}, whose id is the instance id. */
public sealed interface InstanceEvent extends Event {

    record Added(String name) implements InstanceEvent {}

    record Removed() implements InstanceEvent {}

    record DomainAdded(String domain, boolean generated) implements InstanceEvent {}

    record DomainPrimarySet(String domain) implements InstanceEvent {}

    record DomainRemoved(String domain) implements InstanceEvent {}

    record Changed(String name) implements InstanceEvent {}

    /** @param language BCP 47 */
    record DefaultLanguageSet(String language) implements InstanceEvent {}

    record DefaultOrgSet(@JsonProperty("orgID") String orgId) implements InstanceEvent {}

    record OidcSettingsAdded(
            Duration accessTokenLifetime,
            Duration idTokenLifetime,
            Duration refreshTokenIdleExpiration,
            Duration refreshTokenExpiration)
            implements InstanceEvent {}

    record OidcSettingsChanged(
            Duration accessTokenLifetime,
            Duration idTokenLifetime,
            Duration refreshTokenIdleExpiration,
            Duration refreshTokenExpiration)
            implements InstanceEvent {}

    record BackChannelLogoutSet(boolean value) implements InstanceEvent {}

    record SingleSessionTerminationSet(boolean value) implements InstanceEvent {}

    record FeaturesReset() implements InstanceEvent {}

    /** A bulk end: counts at once for every session of the instance. */
    record SessionsEnded(String reason) implements InstanceEvent {}

    /** A user has roles for the instance. */
    record MemberAdded(String userId, List<String> roles) implements InstanceEvent, Membership {}

    /** @param roles all that the member has from now on */
    record MemberChanged(String userId, List<String> roles) implements InstanceEvent, Membership {}

    record MemberRemoved(String userId) implements InstanceEvent, Membership {
        @Override
        public List<String> roles() {
            return List.of();
        }
    }

    /** Of what the instance rules: from now on this. */
    sealed interface PolicySet extends InstanceEvent {
        Policy policy();
    }

    /** Of what the instance ruled: from now on the default rules. */
    sealed interface PolicyReset extends InstanceEvent {
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
