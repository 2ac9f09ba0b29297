package dev.vesper.eventstore.write.org;

import dev.vesper.events.Policy;

/** What may be asked of an organisation. */
public sealed interface OrgCommand {
    /** @param generatedDomain verified and primary from the start; empty for none */
    record Add(String name, String generatedDomain) implements OrgCommand {
        public Add(String name) {
            this(name, "");
        }
    }

    record Rename(String name) implements OrgCommand {}

    record Deactivate() implements OrgCommand {}

    record Reactivate() implements OrgCommand {}

    record Remove() implements OrgCommand {}

    record AddDomain(String domain) implements OrgCommand {}

    record VerifyDomain(String domain) implements OrgCommand {}

    record SetPrimaryDomain(String domain) implements OrgCommand {}

    record RemoveDomain(String domain) implements OrgCommand {}

    record SetPolicy(Policy policy) implements OrgCommand {}

    record ResetPolicy(Policy.Kind kind) implements OrgCommand {}

    record EndSessions(String reason) implements OrgCommand {}
}
