package dev.vesper.projection.read.pats;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** With a user go their tokens. */
@Singleton
final class PatsProjection implements Projection {
    private static final Sql ADD = Sql.of(PatsProjection.class, "add_pat");
    private static final Sql REMOVE = Sql.of(PatsProjection.class, "remove_pat");
    private static final Sql REMOVE_ALL = Sql.of(PatsProjection.class, "remove_pats_of_user");

    @Override
    public String name() {
        return "pats";
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
            case UserEvent.PatAdded e ->
                ADD.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.owner(),
                        e.tokenId(),
                        e.expiration());
            case UserEvent.PatRemoved e -> REMOVE.with(at.instanceId(), at.aggregateId(), e.tokenId());
            case UserEvent.Removed _ -> REMOVE_ALL.with(at.instanceId(), at.aggregateId());
            default -> Change.NONE;
        };
    }
}
