package dev.vesper.eventstore.write.instance;

import dev.vesper.eventstore.write.policy.Policies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decisions in an instance need to know.
 *
 * @param domains public hosts
 */
public record InstanceState(
        boolean present,
        boolean removed,
        Profile profile,
        List<String> domains,
        TokenLifetimes lifetimes,
        Features features,
        Policies policies) {
    static final InstanceState NONE = new InstanceState(
            false,
            false,
            new Profile("", "", "", ""),
            List.of(),
            TokenLifetimes.DEFAULT,
            new Features(null, null),
            Policies.NONE);

    /** Texts are empty where nothing was said. */
    record Profile(String name, String language, String defaultOrgId, String primaryDomain) {}

    /** Null where the instance leaves a switch to the system. */
    record Features(
            @Nullable Boolean backChannelLogout, @Nullable Boolean singleSessionTermination) {}

    public String name() {
        return profile.name();
    }

    /** BCP 47; empty for none. */
    public String defaultLanguage() {
        return profile.language();
    }

    public String defaultOrgId() {
        return profile.defaultOrgId();
    }

    /** Empty where there is none. */
    public String primaryDomain() {
        return profile.primaryDomain();
    }

    public @Nullable Boolean backChannelLogout() {
        return features.backChannelLogout();
    }

    public @Nullable Boolean singleSessionTermination() {
        return features.singleSessionTermination();
    }

    InstanceState withPresence(boolean isPresent, boolean isRemoved) {
        return new InstanceState(isPresent, isRemoved, profile, domains, lifetimes, features, policies);
    }

    InstanceState withName(String name) {
        return with(new Profile(name, profile.language(), profile.defaultOrgId(), profile.primaryDomain()));
    }

    InstanceState withLanguage(String language) {
        return with(new Profile(profile.name(), language, profile.defaultOrgId(), profile.primaryDomain()));
    }

    InstanceState withDefaultOrg(String orgId) {
        return with(new Profile(profile.name(), profile.language(), orgId, profile.primaryDomain()));
    }

    InstanceState withPrimaryDomain(String domain) {
        return with(new Profile(profile.name(), profile.language(), profile.defaultOrgId(), domain));
    }

    InstanceState withDomains(List<String> all) {
        return new InstanceState(present, removed, profile, List.copyOf(all), lifetimes, features, policies);
    }

    InstanceState withPolicies(Policies all) {
        return new InstanceState(present, removed, profile, domains, lifetimes, features, all);
    }

    InstanceState withLifetimes(TokenLifetimes all) {
        return new InstanceState(present, removed, profile, domains, all, features, policies);
    }

    InstanceState withFeatures(@Nullable Boolean backChannel, @Nullable Boolean single) {
        return new InstanceState(
                present, removed, profile, domains, lifetimes, new Features(backChannel, single), policies);
    }

    private InstanceState with(Profile now) {
        return new InstanceState(present, removed, now, domains, lifetimes, features, policies);
    }
}
