package dev.vesper.eventstore.write.instance;

import dev.vesper.eventstore.write.CommandPipeline;

/** Handlers for tests. */
public final class TestInstances {
    private TestInstances() {}

    public static InstanceCommands instances(CommandPipeline pipeline) {
        return new InstanceHandler(pipeline);
    }
}
