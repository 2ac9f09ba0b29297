package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;

/** Handlers for tests. */
public final class TestOrgs {
    private TestOrgs() {}

    public static OrgCommands orgs(CommandPipeline pipeline, IdSource ids) {
        return new OrgHandler(pipeline, ids);
    }
}
