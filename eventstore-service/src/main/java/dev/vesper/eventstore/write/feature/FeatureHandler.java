package dev.vesper.eventstore.write.feature;

import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.system.SystemCommand;
import dev.vesper.eventstore.write.system.SystemDecider;
import jakarta.inject.Singleton;

/** Switches features on the aggregates that hold them. */
@Singleton
final class FeatureHandler implements FeatureCommands {
    private static final String SYSTEM_INSTANCE = "";

    private final CommandPipeline pipeline;

    FeatureHandler(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Written setInstance(AdminCaller caller, Switches switches) {
        return onInstance(
                caller,
                new InstanceCommand.SetFeatures(switches.backChannelLogout(), switches.singleSessionTermination()));
    }

    @Override
    public Written resetInstance(AdminCaller caller) {
        return onInstance(caller, new InstanceCommand.ResetFeatures());
    }

    @Override
    public Written setSystem(AdminCaller caller, Switches switches) {
        return onSystem(
                caller,
                new SystemCommand.SetFeatures(switches.backChannelLogout(), switches.singleSessionTermination()));
    }

    @Override
    public Written resetSystem(AdminCaller caller) {
        return onSystem(caller, new SystemCommand.ResetFeatures());
    }

    private Written onInstance(AdminCaller caller, InstanceCommand command) {
        return pipeline.change(unit -> {
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            unit.append(instance, caller.userId(), InstanceDecider.decide(command, instance.state()));
            return instance;
        });
    }

    private Written onSystem(AdminCaller caller, SystemCommand command) {
        return pipeline.change(unit -> {
            var system = unit.load(SystemDecider.KIND, SYSTEM_INSTANCE, SystemDecider.ID);
            unit.append(
                    system.id(),
                    SystemDecider.ID,
                    caller.userId(),
                    Expectation.exactly(system.sequence()),
                    SystemDecider.decide(command, system.state()));
            return system;
        });
    }
}
