package dev.vesper.eventstore.gateway.auth;

import java.util.Set;

/**
 * Where a caller's roles hold a permission.
 *
 * @param everything in the whole instance
 * @param ownUser whose own things may be reached; empty for nobody's
 */
public record Reach(boolean everything, Set<String> orgs, Set<String> projects, String ownUser) {
    static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of(), "");
    static final Reach NOTHING = new Reach(false, Set.of(), Set.of(), "");

    public Reach {
        orgs = Set.copyOf(orgs);
        projects = Set.copyOf(projects);
    }

    boolean isNothing() {
        return !everything && orgs.isEmpty() && projects.isEmpty() && ownUser.isEmpty();
    }

    boolean includes(Owned resource) {
        return everything
                || orgs.contains(resource.orgId())
                || projects.contains(resource.projectId())
                || (!ownUser.isEmpty() && ownUser.equals(resource.userId()));
    }

    boolean includesOrg(String orgId) {
        return everything || orgs.contains(orgId);
    }

    /** To whom a resource belongs; empty where it does not belong to such a thing. */
    record Owned(String orgId, String projectId, String userId) {}
}
