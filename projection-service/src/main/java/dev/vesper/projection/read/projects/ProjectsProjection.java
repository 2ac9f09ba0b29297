package dev.vesper.projection.read.projects;

import dev.vesper.events.Event;
import dev.vesper.events.Membership;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.ApplicationAdded;
import dev.vesper.events.ProjectEvent.ApplicationChanged;
import dev.vesper.events.ProjectEvent.ApplicationDeactivated;
import dev.vesper.events.ProjectEvent.ApplicationReactivated;
import dev.vesper.events.ProjectEvent.ApplicationRemoved;
import dev.vesper.events.ProjectEvent.ApplicationSessionsEnded;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.ProjectEvent.Deactivated;
import dev.vesper.events.ProjectEvent.LogoutSettingsChanged;
import dev.vesper.events.ProjectEvent.OfApi;
import dev.vesper.events.ProjectEvent.OfRole;
import dev.vesper.events.ProjectEvent.OidcConfigAdded;
import dev.vesper.events.ProjectEvent.OidcConfigChanged;
import dev.vesper.events.ProjectEvent.OidcSecretChanged;
import dev.vesper.events.ProjectEvent.Reactivated;
import dev.vesper.events.ProjectEvent.Removed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class ProjectsProjection implements Projection {
    private static final Sql ADD = Sql.of(ProjectsProjection.class, "add_project");
    private static final Sql RENAME = Sql.of(ProjectsProjection.class, "rename_project");
    private static final Sql SET_STATE = Sql.of(ProjectsProjection.class, "set_state");

    @Override
    public String name() {
        return "projects";
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
        return event instanceof ProjectEvent project ? reduce(at, project) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, ProjectEvent event) {
        return switch (event) {
            case Added added -> add(at, added.name());
            case Changed changed -> set(RENAME, at, changed.name());
            case Deactivated _ -> set(SET_STATE, at, "inactive");
            case Reactivated _ -> set(SET_STATE, at, "active");
            case Removed _ -> set(SET_STATE, at, "removed");
            case ApplicationAdded _ -> Change.NONE;
            case ApplicationChanged _ -> Change.NONE;
            case ApplicationDeactivated _ -> Change.NONE;
            case ApplicationReactivated _ -> Change.NONE;
            case ApplicationRemoved _ -> Change.NONE;
            case ApplicationSessionsEnded _ -> Change.NONE;
            case OidcConfigAdded _ -> Change.NONE;
            case OidcConfigChanged _ -> Change.NONE;
            case OidcSecretChanged _ -> Change.NONE;
            case LogoutSettingsChanged _ -> Change.NONE;
            case OfApi _ -> Change.NONE;
            case OfRole _ -> Change.NONE;
            case Membership _ -> Change.NONE;
        };
    }

    private static Change add(RecordedEvent at, String name) {
        return ADD.with(
                at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position(), at.owner(), name);
    }

    private static Change set(Sql sql, RecordedEvent at, String value) {
        return sql.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position(), value);
    }
}
