package dev.vesper.projection.engine;

import dev.vesper.events.Event;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import java.util.Set;

/** Counts the events of each project. An event that is applied twice counts twice. */
public final class TallyProjection implements Projection {
    /** A name that makes the reducer fail. */
    static final String UNTHINKABLE = "unthinkable";

    /** A name that makes the statement fail. */
    static final String FORBIDDEN = "forbidden";

    private static final Sql COUNT = Sql.of(TallyProjection.class, "count_event");

    @Override
    public String name() {
        return "tally";
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
        String name = switch (event) {
            case ProjectEvent.Added added -> added.name();
            case ProjectEvent.Changed changed -> changed.name();
            default -> "";
        };
        if (name.equals(UNTHINKABLE)) {
            throw new IllegalStateException("nobody can think of this");
        }
        return COUNT.with(at.instanceId(), at.aggregateId(), at.sequence(), name);
    }
}
