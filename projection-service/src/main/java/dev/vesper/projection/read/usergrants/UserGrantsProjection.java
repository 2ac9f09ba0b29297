package dev.vesper.projection.read.usergrants;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserGrantEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** With a user go their grants. One for a project that is gone says nothing, and stays until it is removed. */
@Singleton
final class UserGrantsProjection implements Projection {
    private static final Sql ADD = Sql.of(UserGrantsProjection.class, "add_grant");
    private static final Sql CHANGE = Sql.of(UserGrantsProjection.class, "change_grant");
    private static final Sql REMOVE = Sql.of(UserGrantsProjection.class, "remove_grant");
    private static final Sql REMOVE_ALL = Sql.of(UserGrantsProjection.class, "remove_grants_of_user");

    @Override
    public String name() {
        return "user_grants";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("user");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case UserGrantEvent.Added e ->
                ADD.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.position(),
                        at.owner(),
                        e.grantId(),
                        e.projectId(),
                        e.roleKeys());
            case UserGrantEvent.Changed e ->
                CHANGE.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.position(),
                        e.grantId(),
                        e.roleKeys());
            case UserGrantEvent.Removed e -> REMOVE.with(at.instanceId(), at.aggregateId(), e.grantId());
            case UserEvent.Removed _ -> REMOVE_ALL.with(at.instanceId(), at.aggregateId());
            default -> Change.NONE;
        };
    }
}
