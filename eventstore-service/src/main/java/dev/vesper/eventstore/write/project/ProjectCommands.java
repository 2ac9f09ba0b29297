package dev.vesper.eventstore.write.project;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import java.util.List;

/**
 * What an admin may do with projects and their roles. Each throws {@link dev.vesper.eventstore.write.CommandRejected};
 * repeating a change that holds already is a success that writes nothing.
 */
public interface ProjectCommands {
    /** @param orgId the owner; empty for the instance's default organisation */
    ProjectCreated create(AdminCaller caller, String orgId, String name);

    Written rename(AdminCaller caller, String projectId, String name);

    /** Stops its apps at once: no sign-in, no token; their parts of all sessions end. */
    Written deactivate(AdminCaller caller, String projectId);

    Written reactivate(AdminCaller caller, String projectId);

    Written remove(AdminCaller caller, String projectId);

    /** Adds all or, when one is refused, none. */
    Written addRoles(AdminCaller caller, String projectId, List<Role> roles);

    Written changeRole(AdminCaller caller, String projectId, Role role);

    Written removeRole(AdminCaller caller, String projectId, String key);

    record ProjectCreated(String projectId, Written written) {}
}
