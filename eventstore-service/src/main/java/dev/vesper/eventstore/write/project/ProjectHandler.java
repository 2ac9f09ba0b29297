package dev.vesper.eventstore.write.project;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.org.OwningOrg;
import jakarta.inject.Singleton;
import java.util.List;

/** Runs an admin's commands on projects. */
@Singleton
final class ProjectHandler implements ProjectCommands {
    private static final String NAMES = "project_name";

    private final CommandPipeline pipeline;
    private final IdSource ids;

    ProjectHandler(CommandPipeline pipeline, IdSource ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    @Override
    public ProjectCreated create(AdminCaller caller, String orgId, String name) {
        AggregateId id = new AggregateId(caller.instanceId(), ProjectDecider.KIND.type(), ids.next());
        Outcome<AggregateId> outcome = pipeline.execute(unit -> {
            String owner = OwningOrg.of(unit, caller.instanceId(), orgId.isEmpty() ? caller.orgId() : orgId);
            var events = ProjectDecider.decide(new ProjectCommand.Add(name), ProjectDecider.initialState());
            unit.begin(id, owner, caller.userId(), events);
            claim(unit, caller.instanceId(), owner, name);
            return id;
        });
        return new ProjectCreated(id.id(), outcome.begun(id));
    }

    @Override
    public Written rename(AdminCaller caller, String projectId, String name) {
        return pipeline.change(unit -> {
            var project = decide(unit, caller, projectId, new ProjectCommand.Rename(name));
            String before = project.state().name();
            if (!before.equalsIgnoreCase(name.strip())) {
                claim(unit, caller.instanceId(), project.owner(), name);
                unit.release(caller.instanceId(), NAMES, nameField(project.owner(), before));
            }
            return project;
        });
    }

    @Override
    public Written deactivate(AdminCaller caller, String projectId) {
        return change(caller, projectId, new ProjectCommand.Deactivate());
    }

    @Override
    public Written reactivate(AdminCaller caller, String projectId) {
        return change(caller, projectId, new ProjectCommand.Reactivate());
    }

    @Override
    public Written remove(AdminCaller caller, String projectId) {
        return pipeline.change(unit -> {
            var project = decide(unit, caller, projectId, new ProjectCommand.Remove());
            release(unit, project);
            return project;
        });
    }

    @Override
    public Written addRoles(AdminCaller caller, String projectId, List<Role> roles) {
        return change(caller, projectId, new ProjectCommand.AddRoles(List.copyOf(roles)));
    }

    @Override
    public Written changeRole(AdminCaller caller, String projectId, Role role) {
        return change(caller, projectId, new ProjectCommand.ChangeRole(role));
    }

    @Override
    public Written removeRole(AdminCaller caller, String projectId, String key) {
        return change(caller, projectId, new ProjectCommand.RemoveRole(key));
    }

    private Written change(AdminCaller caller, String projectId, ProjectCommand command) {
        return pipeline.change(unit -> decide(unit, caller, projectId, command));
    }

    private static Loaded<ProjectState> decide(
            UnitOfWork unit, AdminCaller caller, String projectId, ProjectCommand command) {
        var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
        unit.append(project, caller.userId(), ProjectDecider.decide(command, project.state()));
        return project;
    }

    private static void claim(UnitOfWork unit, String instanceId, String owner, String name) {
        unit.claim(
                instanceId,
                NAMES,
                nameField(owner, name),
                CommandRejected.alreadyExists("PROJECT_NAME_TAKEN", "The organisation has a project of this name."));
    }

    private static void release(UnitOfWork unit, Loaded<ProjectState> project) {
        unit.release(
                project.id().instanceId(),
                NAMES,
                nameField(project.owner(), project.state().name()));
        project.state().apps().values().forEach(app -> AppHandler.release(unit, project.id(), app));
    }

    private static String nameField(String owner, String name) {
        return owner + ":" + name.strip();
    }
}
