package dev.vesper.projection.engine;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import java.util.Set;

/**
 * Turns events into changes of one view's rows. It may rely on the order within one aggregate and on nothing else. Its
 * tables are made by {@code create.sql} beside it, and their names carry the version: a new version gets new tables,
 * which are filled from the log while the old ones are still read.
 */
public interface Projection {
    /** Lower-case words joined by underscores. */
    String name();

    /** Grows when the rows must be made anew from the log. */
    int version();

    /** Events of other types of aggregates never reach {@link #reduce}. */
    Set<String> aggregateTypes();

    /**
     * @param at where and when it happened
     * @return what it does to the view, or {@link Change#NONE}
     */
    Change reduce(RecordedEvent at, Event event);

    /** Itself; for a rebuild, the projection in whose place it comes. Start positions and skipped events are that one's. */
    default Projection origin() {
        return this;
    }

    /** As operators know it from {@code projections.current_states}. */
    default String stateName() {
        return "projections." + name() + version();
    }
}
