package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.InstanceState;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgDecider;
import jakarta.inject.Singleton;

/**
 * Runs an admin's commands on policies. They are read where they are decided on, from the log itself, so whoever asks sees
 * what the next sign-in will be held to.
 */
@Singleton
final class PolicyHandler implements PolicyCommands {
    private final CommandPipeline pipeline;

    PolicyHandler(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Ruling ofInstance(AdminCaller caller, Policy.Kind kind) {
        return Ruling.of(kind, instance(caller).policies());
    }

    @Override
    public Ruling ofOrg(AdminCaller caller, String orgId, Policy.Kind kind) {
        var org = pipeline.aggregates()
                .load(OrgDecider.KIND, caller.instanceId(), orgId)
                .state();
        if (!org.present()) {
            throw OrgDecider.notFound();
        }
        return Ruling.of(kind, instance(caller).policies(), org.policies());
    }

    @Override
    public Written setOfInstance(AdminCaller caller, Policy policy) {
        return onInstance(caller, new InstanceCommand.SetPolicy(policy));
    }

    @Override
    public Written resetOfInstance(AdminCaller caller, Policy.Kind kind) {
        return onInstance(caller, new InstanceCommand.ResetPolicy(kind));
    }

    @Override
    public Written setOfOrg(AdminCaller caller, String orgId, Policy policy) {
        return onOrg(caller, orgId, new OrgCommand.SetPolicy(policy));
    }

    @Override
    public Written resetOfOrg(AdminCaller caller, String orgId, Policy.Kind kind) {
        return onOrg(caller, orgId, new OrgCommand.ResetPolicy(kind));
    }

    private InstanceState instance(AdminCaller caller) {
        return pipeline.aggregates()
                .load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId())
                .state();
    }

    private Written onInstance(AdminCaller caller, InstanceCommand command) {
        return pipeline.change(unit -> {
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            unit.append(instance, caller.userId(), InstanceDecider.decide(command, instance.state()));
            return instance;
        });
    }

    private Written onOrg(AdminCaller caller, String orgId, OrgCommand command) {
        return pipeline.change(unit -> {
            var org = unit.load(OrgDecider.KIND, caller.instanceId(), orgId);
            unit.append(org, caller.userId(), OrgDecider.decide(command, org.state()));
            return org;
        });
    }
}
