package dev.vesper.projection.read.projectroles;

import dev.vesper.events.Event;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.RoleAdded;
import dev.vesper.events.ProjectEvent.RoleChanged;
import dev.vesper.events.ProjectEvent.RoleRemoved;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class ProjectRolesProjection implements Projection {
    private static final Sql ADD = Sql.of(ProjectRolesProjection.class, "add_role");
    private static final Sql CHANGE = Sql.of(ProjectRolesProjection.class, "change_role");
    private static final Sql REMOVE = Sql.of(ProjectRolesProjection.class, "remove_role");
    private static final Sql REMOVE_OF_PROJECT = Sql.of(ProjectRolesProjection.class, "remove_roles_of_project");

    @Override
    public String name() {
        return "project_roles";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("project");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case ProjectEvent.OfRole role -> reduce(at, role);
            case ProjectEvent.Removed _ -> REMOVE_OF_PROJECT.with(at.instanceId(), at.aggregateId());
            default -> Change.NONE; // The project's and its apps' own events change no role.
        };
    }

    private static Change reduce(RecordedEvent at, ProjectEvent.OfRole event) {
        return switch (event) {
            case RoleAdded added ->
                ADD.with(
                        at.instanceId(),
                        at.aggregateId(),
                        added.key(),
                        added.displayName(),
                        added.group(),
                        at.owner(),
                        at.createdAt(),
                        at.sequence(),
                        at.position());
            case RoleChanged changed ->
                CHANGE.with(
                        at.instanceId(),
                        at.aggregateId(),
                        changed.key(),
                        changed.displayName(),
                        changed.group(),
                        at.createdAt(),
                        at.sequence(),
                        at.position());
            case RoleRemoved removed -> REMOVE.with(at.instanceId(), at.aggregateId(), removed.key());
        };
    }
}
