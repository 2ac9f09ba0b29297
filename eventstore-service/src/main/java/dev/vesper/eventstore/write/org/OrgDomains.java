package dev.vesper.eventstore.write.org;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.DomainNames;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Decides about the domains of an organisation. */
final class OrgDomains {
    /** So many that no organisation needs more, and few enough to be shown on a page. */
    private static final int MAX_DOMAINS = 100;

    private static final int MAX_LABEL = 63;

    private OrgDomains() {}

    static List<OrgEvent> add(String domain, OrgState state) {
        String name = DomainNames.checked(domain);
        if (state.domains().containsKey(name)) {
            return List.of();
        }
        if (state.domains().size() >= MAX_DOMAINS) {
            throw CommandRejected.failedPrecondition(
                    "TOO_MANY_DOMAINS", "An organisation may have " + MAX_DOMAINS + " domains at most.");
        }
        return List.of(new OrgEvent.DomainAdded(name, false));
    }

    static List<OrgEvent> verify(String domain, OrgState state) {
        String name = existing(domain, state);
        return state.isVerified(name) ? List.of() : List.of(new OrgEvent.DomainVerified(name));
    }

    static List<OrgEvent> setPrimary(String domain, OrgState state) {
        String name = existing(domain, state);
        if (!state.isVerified(name)) {
            throw CommandRejected.failedPrecondition("DOMAIN_NOT_VERIFIED", "The domain must be verified first.");
        }
        return name.equals(state.primaryDomain()) ? List.of() : List.of(new OrgEvent.DomainPrimarySet(name));
    }

    static List<OrgEvent> remove(String domain, OrgState state) {
        String name = existing(domain, state);
        if (name.equals(state.primaryDomain())) {
            throw CommandRejected.failedPrecondition(
                    "DOMAIN_IS_PRIMARY", "The primary domain cannot be removed; make another one primary first.");
        }
        return List.of(new OrgEvent.DomainRemoved(name));
    }

    /** @return empty where the name holds nothing that a domain may, or the instance has no domain */
    static String generated(String orgName, String instanceDomain) {
        String label = Normalizer.normalize(orgName.strip(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^-+)|(-+$)", "");
        String shortened =
                label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL).replaceAll("-+$", "") : label;
        return shortened.isEmpty() || instanceDomain.isEmpty() ? "" : shortened + "." + instanceDomain;
    }

    private static String existing(String domain, OrgState state) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        if (!state.domains().containsKey(name)) {
            throw CommandRejected.notFound("DOMAIN_NOT_FOUND", "The organisation has no such domain.");
        }
        return name;
    }
}
