package dev.vesper.eventstore.write.session;

import dev.vesper.events.EndReason;
import dev.vesper.events.ProjectEvent;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.project.ClientId;
import dev.vesper.eventstore.write.project.ProjectDecider;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Ends many sessions by one event on what they stand on. It counts at once; an automation then ends each of them. Throws
 * {@link CommandRejected}.
 */
@Singleton
public final class BulkEnding {
    private static final String REASON = EndReason.ADMIN.wireName();

    private final CommandPipeline pipeline;

    BulkEnding(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Written ofOrg(AdminCaller caller, String orgId) {
        return pipeline.change(unit -> {
            var org = unit.load(OrgDecider.KIND, caller.instanceId(), orgId);
            unit.append(org, caller.userId(), OrgDecider.decide(new OrgCommand.EndSessions(REASON), org.state()));
            return org;
        });
    }

    public Written ofInstance(AdminCaller caller) {
        return pipeline.change(unit -> {
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            var command = new InstanceCommand.EndSessions(REASON);
            unit.append(instance, caller.userId(), InstanceDecider.decide(command, instance.state()));
            return instance;
        });
    }

    /** The part that one app has of each session: the sessions themselves go on. */
    public Written ofClient(AdminCaller caller, String clientId) {
        ClientId client = ClientId.parse(clientId).orElseThrow(BulkEnding::noSuchClient);
        return pipeline.change(unit -> {
            var project = unit.load(ProjectDecider.KIND, caller.instanceId(), client.projectId());
            if (project.state().app(client.appId()).isEmpty()) {
                throw noSuchClient();
            }
            unit.append(
                    project,
                    caller.userId(),
                    List.of(new ProjectEvent.ApplicationSessionsEnded(client.appId(), REASON)));
            return project;
        });
    }

    private static CommandRejected noSuchClient() {
        return CommandRejected.notFound("APP_NOT_FOUND", "There is no app of this client id.");
    }
}
