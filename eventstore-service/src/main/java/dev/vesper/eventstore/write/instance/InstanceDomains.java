package dev.vesper.eventstore.write.instance;

import dev.vesper.events.InstanceEvent;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;
import java.util.Locale;

/** Decides about the domains under which an instance is reached. */
final class InstanceDomains {
    private static final int MAX_DOMAINS = 100;

    private InstanceDomains() {}

    static List<InstanceEvent> add(String domain, InstanceState state) {
        if (state.domains().contains(domain)) {
            return List.of();
        }
        if (state.domains().size() >= MAX_DOMAINS) {
            throw CommandRejected.failedPrecondition(
                    "TOO_MANY_DOMAINS", "An instance may have " + MAX_DOMAINS + " domains at most.");
        }
        return List.of(new InstanceEvent.DomainAdded(domain, false));
    }

    static List<InstanceEvent> setPrimary(String domain, InstanceState state) {
        String name = existing(domain, state);
        return name.equals(state.primaryDomain()) ? List.of() : List.of(new InstanceEvent.DomainPrimarySet(name));
    }

    static List<InstanceEvent> remove(String domain, InstanceState state) {
        String name = existing(domain, state);
        if (name.equals(state.primaryDomain())) {
            throw CommandRejected.failedPrecondition(
                    "DOMAIN_IS_PRIMARY", "The primary domain cannot be removed; make another one primary first.");
        }
        return List.of(new InstanceEvent.DomainRemoved(name));
    }

    private static String existing(String domain, InstanceState state) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        if (!state.domains().contains(name)) {
            throw CommandRejected.notFound("DOMAIN_NOT_FOUND", "The instance has no such domain.");
        }
        return name;
    }
}
