package dev.vesper.eventstore.write.project;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/** What an admin may do with projects. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface ProjectCommands {
    ProjectCreated create(AdminCaller caller, String name);

    Written remove(AdminCaller caller, String projectId);

    record ProjectCreated(String projectId, Written written) {}
}
