package dev.vesper.eventstore.write.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decisions in an instance need to know.
 *
 * @param backChannelLogout null where the instance leaves it to the system; so the next
 */
public record InstanceState(
        boolean present,
        boolean removed,
        List<String> domains,
        String defaultOrgId,
        int maxPasswordAttempts,
        TokenLifetimes lifetimes,
        @Nullable Boolean backChannelLogout,
        @Nullable Boolean singleSessionTermination) {
    static final InstanceState NONE =
            new InstanceState(false, false, List.of(), "", 0, TokenLifetimes.DEFAULT, null, null);

    InstanceState withPresence(boolean isPresent, boolean isRemoved) {
        return new InstanceState(
                isPresent,
                isRemoved,
                domains,
                defaultOrgId,
                maxPasswordAttempts,
                lifetimes,
                backChannelLogout,
                singleSessionTermination);
    }

    InstanceState withDomains(List<String> all) {
        return new InstanceState(
                present,
                removed,
                List.copyOf(all),
                defaultOrgId,
                maxPasswordAttempts,
                lifetimes,
                backChannelLogout,
                singleSessionTermination);
    }

    InstanceState withDefaultOrg(String orgId) {
        return new InstanceState(
                present,
                removed,
                domains,
                orgId,
                maxPasswordAttempts,
                lifetimes,
                backChannelLogout,
                singleSessionTermination);
    }

    InstanceState withMaxPasswordAttempts(int attempts) {
        return new InstanceState(
                present,
                removed,
                domains,
                defaultOrgId,
                attempts,
                lifetimes,
                backChannelLogout,
                singleSessionTermination);
    }

    InstanceState withLifetimes(TokenLifetimes all) {
        return new InstanceState(
                present,
                removed,
                domains,
                defaultOrgId,
                maxPasswordAttempts,
                all,
                backChannelLogout,
                singleSessionTermination);
    }

    InstanceState withFeatures(@Nullable Boolean backChannel, @Nullable Boolean single) {
        return new InstanceState(
                present, removed, domains, defaultOrgId, maxPasswordAttempts, lifetimes, backChannel, single);
    }
}
