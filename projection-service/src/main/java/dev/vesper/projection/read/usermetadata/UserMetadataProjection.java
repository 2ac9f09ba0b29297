package dev.vesper.projection.read.usermetadata;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserMetadataEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** It is about a person, so it goes when they go. */
@Singleton
final class UserMetadataProjection implements Projection {
    private static final Sql SET = Sql.of(UserMetadataProjection.class, "set_metadata");
    private static final Sql REMOVE = Sql.of(UserMetadataProjection.class, "remove_metadata");
    private static final Sql REMOVE_ALL = Sql.of(UserMetadataProjection.class, "remove_metadata_of_user");

    @Override
    public String name() {
        return "user_metadata";
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
            case UserMetadataEvent.Set e ->
                SET.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.owner(),
                        e.key(),
                        e.value());
            case UserMetadataEvent.Removed e -> REMOVE.with(at.instanceId(), at.aggregateId(), e.key());
            case UserEvent.Removed _ -> REMOVE_ALL.with(at.instanceId(), at.aggregateId());
            default -> Change.NONE;
        };
    }
}
