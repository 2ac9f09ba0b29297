package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.write.policy.Policies;
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
        boolean present,
        boolean active,
        String name,
        Map<String, Boolean> domains,
        String primaryDomain,
        Policies policies) {
    static final OrgState NONE = new OrgState(false, false, "", Map.of(), "", Policies.NONE);

    OrgState named(String now) {
        return new OrgState(present, active, now, domains, primaryDomain, policies);
    }

    OrgState withActive(boolean now) {
        return new OrgState(true, now, name, domains, primaryDomain, policies);
    }

    OrgState withDomain(String domain, boolean verified) {
        Map<String, Boolean> all = new HashMap<>(domains);
        all.put(domain, verified);
        return new OrgState(present, active, name, Map.copyOf(all), primaryDomain, policies);
    }

    OrgState withoutDomain(String domain) {
        Map<String, Boolean> all = new HashMap<>(domains);
        all.remove(domain);
        return new OrgState(present, active, name, Map.copyOf(all), primaryDomain, policies);
    }

    OrgState withPrimary(String domain) {
        return new OrgState(present, active, name, domains, domain, policies);
    }

    OrgState withPolicies(Policies all) {
        return new OrgState(present, active, name, domains, primaryDomain, all);
    }

    boolean isVerified(String domain) {
        return domains.getOrDefault(domain, false);
    }

    List<String> verifiedDomains() {
        return domains.keySet().stream().filter(this::isVerified).sorted().toList();
    }
}
