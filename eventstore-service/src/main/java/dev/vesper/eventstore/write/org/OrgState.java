package dev.vesper.eventstore.write.org;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What decisions in an organisation need to know.
 *
 * @param domains whether each is verified
 * @param primaryDomain empty for none
 */
public record OrgState(
        boolean present, boolean active, String name, Map<String, Boolean> domains, String primaryDomain) {
    static final OrgState NONE = new OrgState(false, false, "", Map.of(), "");

    OrgState named(String now) {
        return new OrgState(present, active, now, domains, primaryDomain);
    }

    OrgState withActive(boolean now) {
        return new OrgState(true, now, name, domains, primaryDomain);
    }

    OrgState withDomain(String domain, boolean verified) {
        Map<String, Boolean> all = new HashMap<>(domains);
        all.put(domain, verified);
        return new OrgState(present, active, name, Map.copyOf(all), primaryDomain);
    }

    OrgState withoutDomain(String domain) {
        Map<String, Boolean> all = new HashMap<>(domains);
        all.remove(domain);
        return new OrgState(present, active, name, Map.copyOf(all), primaryDomain);
    }

    OrgState withPrimary(String domain) {
        return new OrgState(present, active, name, domains, domain);
    }

    boolean isVerified(String domain) {
        return domains.getOrDefault(domain, false);
    }

    List<String> verifiedDomains() {
        return domains.keySet().stream().filter(this::isVerified).sorted().toList();
    }
}
