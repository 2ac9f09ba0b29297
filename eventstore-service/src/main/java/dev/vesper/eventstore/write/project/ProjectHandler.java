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
import dev.vesper.eventstore.write.instance.InstanceDecider;
import jakarta.inject.Singleton;

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
    public ProjectCreated create(AdminCaller caller, String name) {
        AggregateId id = new AggregateId(caller.instanceId(), ProjectDecider.KIND.type(), ids.next());
        Outcome<AggregateId> outcome = pipeline.execute(unit -> {
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            String owner = instance.state().defaultOrgId();
            var events = ProjectDecider.decide(new ProjectCommand.Add(name), ProjectDecider.initialState());
            unit.begin(id, owner, caller.userId(), events);
            unit.claim(
                    caller.instanceId(),
                    NAMES,
                    nameField(owner, name),
                    CommandRejected.alreadyExists(
                            "PROJECT_NAME_TAKEN", "The organisation has a project of this name."));
            return id;
        });
        return new ProjectCreated(id.id(), outcome.begun(id));
    }

    @Override
    public Written remove(AdminCaller caller, String projectId) {
        return pipeline.change(unit -> {
            var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
            var events = ProjectDecider.decide(new ProjectCommand.Remove(), project.state());
            unit.append(project, caller.userId(), events);
            release(unit, project);
            return project;
        });
    }

    private static void release(UnitOfWork unit, Loaded<ProjectState> project) {
        String instanceId = project.id().instanceId();
        unit.release(
                instanceId, NAMES, nameField(project.owner(), project.state().name()));
        project.state().apps().values().forEach(app -> AppHandler.release(unit, project.id(), app));
    }

    private static String nameField(String owner, String name) {
        return owner + ":" + name.strip();
    }
}
