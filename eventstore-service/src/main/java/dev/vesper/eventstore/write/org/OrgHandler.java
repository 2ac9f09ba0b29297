package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Runs an admin's commands on organisations. */
@Singleton
final class OrgHandler implements OrgCommands {
    private final CommandPipeline pipeline;
    private final IdSource ids;

    OrgHandler(CommandPipeline pipeline, IdSource ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @Override
    public OrgCreated create(AdminCaller caller, String name) {
        AggregateId id = new AggregateId(caller.instanceId(), OrgDecider.KIND.type(), ids.next());
        Outcome<AggregateId> outcome = pipeline.execute(unit -> {
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            unit.hold(instance);
            String domain = OrgDomains.generated(name, instance.state().primaryDomain());
            var add = new OrgCommand.Add(name, domain);
            unit.begin(id, id.id(), caller.userId(), OrgDecider.decide(add, OrgDecider.initialState()));
            OrgNames.claim(unit, id, name);
            if (!domain.isEmpty()) {
                OrgNames.claimDomain(unit, id.instanceId(), domain);
            }
            return id;
        });
        return new OrgCreated(id.id(), outcome.begun(id));
    }

    @Override
    public Written rename(AdminCaller caller, String orgId, String name) {
        return pipeline.change(unit -> {
            var org = decide(unit, caller, orgId, new OrgCommand.Rename(name));
            OrgNames.claim(unit, org.id(), name);
            OrgNames.release(unit, org.id(), org.state().name());
            return org;
        });
    }

    @Override
    public Written deactivate(AdminCaller caller, String orgId) {
        return pipeline.change(unit -> {
            requireNotDefault(unit, caller.instanceId(), orgId);
            return decide(unit, caller, orgId, new OrgCommand.Deactivate());
        });
    }

    @Override
    public Written reactivate(AdminCaller caller, String orgId) {
        return pipeline.change(unit -> decide(unit, caller, orgId, new OrgCommand.Reactivate()));
    }

    @Override
    public Written remove(AdminCaller caller, String orgId) {
        return pipeline.change(unit -> {
            requireNotDefault(unit, caller.instanceId(), orgId);
            var org = decide(unit, caller, orgId, new OrgCommand.Remove());
            OrgNames.releaseAll(unit, org);
            return org;
        });
    }

    @Override
    public Written addDomain(AdminCaller caller, String orgId, String domain) {
        return pipeline.change(unit -> decide(unit, caller, orgId, new OrgCommand.AddDomain(domain)));
    }

    @Override
    public Written verifyDomain(AdminCaller caller, String orgId, String domain) {
        return pipeline.change(unit -> {
            var org = decide(unit, caller, orgId, new OrgCommand.VerifyDomain(domain));
            OrgNames.claimDomain(unit, caller.instanceId(), key(domain));
            return org;
        });
    }

    @Override
    public Written setPrimaryDomain(AdminCaller caller, String orgId, String domain) {
        return pipeline.change(unit -> decide(unit, caller, orgId, new OrgCommand.SetPrimaryDomain(domain)));
    }

    @Override
    public Written removeDomain(AdminCaller caller, String orgId, String domain) {
        return pipeline.change(unit -> {
            var org = decide(unit, caller, orgId, new OrgCommand.RemoveDomain(domain));
            if (org.state().isVerified(key(domain))) {
                OrgNames.releaseDomain(unit, caller.instanceId(), key(domain));
            }
            return org;
        });
    }

    /** Without it, nobody could be created, and the instance's own admins would be locked out. */
    private static void requireNotDefault(UnitOfWork unit, String instanceId, String orgId) {
        var instance = unit.load(InstanceDecider.KIND, instanceId, instanceId);
        unit.hold(instance);
        if (instance.state().present() && instance.state().defaultOrgId().equals(orgId)) {
            throw CommandRejected.failedPrecondition(
                    "ORG_IS_DEFAULT",
                    "This is the instance's default organisation; make another one the default first.");
        }
    }

    private static Loaded<OrgState> decide(UnitOfWork unit, AdminCaller caller, String orgId, OrgCommand command) {
        var org = unit.load(OrgDecider.KIND, caller.instanceId(), orgId);
        unit.append(org, caller.userId(), OrgDecider.decide(command, org.state()));
        return org;
    }

    private static String key(String domain) {
        return domain.strip().toLowerCase(Locale.ROOT);
    }
}
