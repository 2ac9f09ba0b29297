package dev.vesper.eventstore.write.instance;

import dev.vesper.events.InstanceEvent;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.DomainNames;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.org.OrgDecider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs an admin's commands on their instance. */
@Singleton
final class InstanceHandler implements InstanceCommands {
    private final CommandPipeline pipeline;

    InstanceHandler(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Written update(AdminCaller caller, Update update) {
        return pipeline.change(unit -> {
            var instance = load(unit, caller);
            List<InstanceEvent> events = new ArrayList<>();
            for (InstanceCommand command : commands(update)) {
                events.addAll(InstanceDecider.decide(command, instance.state()));
            }
            String org = update.defaultOrgId();
            if (org != null) {
                requireActive(unit, caller.instanceId(), org);
            }
            unit.append(instance, caller.userId(), events);
            return instance;
        });
    }

    @Override
    public Written setLifetimes(AdminCaller caller, TokenLifetimes lifetimes) {
        return pipeline.change(unit -> decide(unit, caller, new InstanceCommand.SetLifetimes(lifetimes)));
    }

    @Override
    public Written addDomain(AdminCaller caller, String domain) {
        String name = DomainNames.checked(domain);
        return pipeline.change(unit -> {
            var instance = decide(unit, caller, new InstanceCommand.AddDomain(name));
            InstanceNames.claim(unit, name);
            return instance;
        });
    }

    @Override
    public Written setPrimaryDomain(AdminCaller caller, String domain) {
        return pipeline.change(unit -> decide(unit, caller, new InstanceCommand.SetPrimaryDomain(domain)));
    }

    @Override
    public Written removeDomain(AdminCaller caller, String domain) {
        return pipeline.change(unit -> {
            var instance = decide(unit, caller, new InstanceCommand.RemoveDomain(domain));
            InstanceNames.release(unit, domain.strip().toLowerCase(Locale.ROOT));
            return instance;
        });
    }

    @Override
    public Written remove(AdminCaller caller) {
        return pipeline.change(unit -> {
            var instance = decide(unit, caller, new InstanceCommand.Remove());
            instance.state().domains().forEach(domain -> InstanceNames.release(unit, domain));
            return instance;
        });
    }

    private static List<InstanceCommand> commands(Update update) {
        List<InstanceCommand> commands = new ArrayList<>();
        String name = update.name();
        if (name != null) {
            commands.add(new InstanceCommand.Rename(name));
        }
        String language = update.defaultLanguage();
        if (language != null) {
            commands.add(new InstanceCommand.SetDefaultLanguage(language));
        }
        String org = update.defaultOrgId();
        if (org != null) {
            commands.add(new InstanceCommand.SetDefaultOrg(org));
        }
        return commands;
    }

    /** Those who are created later would belong to nobody, or could not sign in. */
    private static void requireActive(UnitOfWork unit, String instanceId, String orgId) {
        var org = unit.load(OrgDecider.KIND, instanceId, orgId);
        if (!org.state().present()) {
            throw OrgDecider.notFound();
        }
        if (!org.state().active()) {
            throw CommandRejected.failedPrecondition("ORG_INACTIVE", "The organisation is deactivated.");
        }
        unit.hold(org);
    }

    private static Loaded<InstanceState> decide(UnitOfWork unit, AdminCaller caller, InstanceCommand command) {
        var instance = load(unit, caller);
        unit.append(instance, caller.userId(), InstanceDecider.decide(command, instance.state()));
        return instance;
    }

    private static Loaded<InstanceState> load(UnitOfWork unit, AdminCaller caller) {
        return unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
    }
}
