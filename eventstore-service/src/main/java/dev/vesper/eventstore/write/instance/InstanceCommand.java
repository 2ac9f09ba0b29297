package dev.vesper.eventstore.write.instance;

import dev.vesper.events.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an instance. */
public sealed interface InstanceCommand {
    /**
     * @param domains public hosts; the first becomes the primary one
     * @param maxPasswordAttempts failures after which a user is locked; 0 for never
     */
    record SetUp(
            String name, List<String> domains, String defaultOrgId, int maxPasswordAttempts, TokenLifetimes lifetimes)
            implements InstanceCommand {}

    record Rename(String name) implements InstanceCommand {}

    /** @param language BCP 47 */
    record SetDefaultLanguage(String language) implements InstanceCommand {}

    record SetDefaultOrg(String orgId) implements InstanceCommand {}

    record SetLifetimes(TokenLifetimes lifetimes) implements InstanceCommand {}

    record AddDomain(String domain) implements InstanceCommand {}

    record SetPrimaryDomain(String domain) implements InstanceCommand {}

    record RemoveDomain(String domain) implements InstanceCommand {}

    record SetPolicy(Policy policy) implements InstanceCommand {}

    record ResetPolicy(Policy.Kind kind) implements InstanceCommand {}

    record Remove() implements InstanceCommand {}

    /** Null leaves a switch as it is. */
    record SetFeatures(
            @Nullable Boolean backChannelLogout, @Nullable Boolean singleSessionTermination)
            implements InstanceCommand {}

    record ResetFeatures() implements InstanceCommand {}

    record EndSessions(String reason) implements InstanceCommand {}
}
