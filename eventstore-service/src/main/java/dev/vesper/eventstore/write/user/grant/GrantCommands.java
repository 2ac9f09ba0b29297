package dev.vesper.eventstore.write.user.grant;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.project.ProjectDecider;
import dev.vesper.eventstore.write.user.Users;
import dev.vesper.eventstore.write.user.grant.GrantDecider.Command;
import jakarta.inject.Singleton;
import java.util.List;

/** Which roles users have. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
@Singleton
public final class GrantCommands {
    private final CommandPipeline pipeline;
    private final IdSource ids;

    GrantCommands(CommandPipeline pipeline, IdSource ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    public record Granted(String grantId, Written written) {}

    public Granted add(AdminCaller caller, String userId, String projectId, List<String> roleKeys) {
        String grantId = ids.next();
        return new Granted(grantId, change(caller, userId, new Command.Add(grantId, projectId, roleKeys)));
    }

    public Written change(AdminCaller caller, String userId, String grantId, List<String> roleKeys) {
        return change(caller, userId, new Command.Change(grantId, roleKeys));
    }

    public Written remove(AdminCaller caller, String userId, String grantId) {
        return change(caller, userId, new Command.Remove(grantId));
    }

    private Written change(AdminCaller caller, String userId, Command command) {
        return pipeline.change(unit -> {
            var grants = unit.load(GrantDecider.KIND, caller.instanceId(), userId);
            Users.present(unit, caller, userId);
            if (command instanceof Command.Add add) {
                requireProject(unit, caller, add.projectId());
            }
            unit.append(grants, caller.userId(), GrantDecider.decide(command, grants.state()));
            return grants;
        });
    }

    /** It stays there until the grant is written. */
    private static void requireProject(UnitOfWork unit, AdminCaller caller, String projectId) {
        var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
        if (!project.state().isPresent()) {
            throw CommandRejected.notFound("PROJECT_NOT_FOUND", "There is no such project.");
        }
        unit.hold(project);
    }
}
