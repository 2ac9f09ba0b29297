package dev.vesper.projection.read.ended;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The end markers of the write side, as a view. It lists what ends, and leaves out all other events of those aggregates,
 * so that a new event is no end unless somebody says so here and on the write side.
 */
@Singleton
final class EndedProjection implements Projection {
    private static final Sql END = Sql.of(EndedProjection.class, "end_subject");

    @Override
    public String name() {
        return "ended";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("session", "oidc_session", "user", "project", "org", "instance");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case SessionEvent.Terminated terminated -> end(at, "session", terminated.reason());
            case OidcSessionEvent.Ended ended -> end(at, "oidc_session", ended.reason());
            case UserEvent.Deactivated _ -> end(at, "user", "user_deactivated");
            case UserEvent.Locked _ -> end(at, "user", "user_locked");
            case UserEvent.Removed _ -> end(at, "user", "user_removed");
            case UserEvent.SessionsEnded ended -> end(at, "user", ended.reason());
            case ProjectEvent.ApplicationRemoved removed -> end(at, "app", removed.appId(), "app_removed");
            case ProjectEvent.ApplicationDeactivated app -> end(at, "app", app.appId(), "app_deactivated");
            case ProjectEvent.ApplicationSessionsEnded ended -> end(at, "app", ended.appId(), ended.reason());
            case ProjectEvent.Removed _ -> end(at, "project", "project_removed");
            case ProjectEvent.Deactivated _ -> end(at, "project", "project_deactivated");
            case OrgEvent.Removed _ -> end(at, "org", "org_removed");
            case OrgEvent.Deactivated _ -> end(at, "org", "org_deactivated");
            case OrgEvent.SessionsEnded ended -> end(at, "org", ended.reason());
            case InstanceEvent.Removed _ -> end(at, "instance", "instance_removed");
            case InstanceEvent.SessionsEnded ended -> end(at, "instance", ended.reason());
            default -> Change.NONE;
        };
    }

    private static Change end(RecordedEvent at, String kind, String reason) {
        return end(at, kind, at.aggregateId(), reason);
    }

    private static Change end(RecordedEvent at, String kind, String id, String reason) {
        return END.with(at.instanceId(), kind, id, reason, at.createdAt(), at.position());
    }
}
