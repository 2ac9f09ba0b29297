package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;

/** Names of organisations and verified domains are unique in an instance, whatever their case. */
public final class OrgNames {
    private static final String NAMES = "org_name";
    private static final String DOMAINS = "org_domain";

    private OrgNames() {}

    public static void claim(UnitOfWork unit, AggregateId org, String name) {
        unit.claim(
                org.instanceId(),
                NAMES,
                name.strip(),
                CommandRejected.alreadyExists("ORG_NAME_TAKEN", "Another organisation has this name."));
    }

    static void release(UnitOfWork unit, AggregateId org, String name) {
        unit.release(org.instanceId(), NAMES, name);
    }

    static void claimDomain(UnitOfWork unit, String instanceId, String domain) {
        unit.claim(
                instanceId,
                DOMAINS,
                domain,
                CommandRejected.alreadyExists("DOMAIN_TAKEN", "Another organisation has verified this domain."));
    }

    static void releaseDomain(UnitOfWork unit, String instanceId, String domain) {
        unit.release(instanceId, DOMAINS, domain);
    }

    static void releaseAll(UnitOfWork unit, Loaded<OrgState> org) {
        release(unit, org.id(), org.state().name());
        org.state()
                .verifiedDomains()
                .forEach(domain -> releaseDomain(unit, org.id().instanceId(), domain));
    }
}
