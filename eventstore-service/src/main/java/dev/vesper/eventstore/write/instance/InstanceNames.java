package dev.vesper.eventstore.write.instance;

import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.UnitOfWork;

/** A domain belongs to one instance of all, since it is by the domain that a browser's request finds its instance. */
public final class InstanceNames {
    private static final String DOMAINS = "instance_domain";

    private InstanceNames() {}

    public static void claim(UnitOfWork unit, String domain) {
        unit.claim(
                UniqueConstraint.GLOBAL,
                DOMAINS,
                domain,
                CommandRejected.alreadyExists("DOMAIN_TAKEN", "Another instance has the domain " + domain + "."));
    }

    public static void release(UnitOfWork unit, String domain) {
        unit.release(UniqueConstraint.GLOBAL, DOMAINS, domain);
    }
}
