package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

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

    /** @param maxPasswordAttempts failures after which a user is locked; 0 for never */
    record LockoutPolicyAdded(int maxPasswordAttempts) implements InstanceEvent {}

    record LockoutPolicyChanged(int maxPasswordAttempts) implements InstanceEvent {}

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
}
