package dev.vesper.projection.read.webkeys;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.events.WebKeyEvent.Activated;
import dev.vesper.events.WebKeyEvent.Added;
import dev.vesper.events.WebKeyEvent.Deactivated;
import dev.vesper.events.WebKeyEvent.Removed;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class WebKeysProjection implements Projection {
    private static final Sql ADD = Sql.of(WebKeysProjection.class, "add_key");
    private static final Sql SET_STATE = Sql.of(WebKeysProjection.class, "set_state");

    @Override
    public String name() {
        return "web_keys";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("web_key");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof WebKeyEvent key ? reduce(at, key) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, WebKeyEvent event) {
        return switch (event) {
            case Added added ->
                ADD.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.position(),
                        added.publicKey(),
                        added.config().algorithm());
            case Activated _ -> state(at, "active");
            case Deactivated _ -> state(at, "inactive");
            case Removed _ -> state(at, "removed");
        };
    }

    private static Change state(RecordedEvent at, String state) {
        return SET_STATE.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position(), state);
    }
}
