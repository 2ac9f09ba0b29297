package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The log itself, for what the topic does not hold any more. All methods throw {@link LogUnavailable}. */
public interface EventLogReader {
    /**
     * The next events in the global order, below the horizon. Fewer than the limit: there were no more at some time since this
     * thread last got fewer than it asked for.
     */
    List<RecordedEvent> read(Cursor after, Set<String> aggregateTypes, int limit);

    /** The event with the highest position below the horizon; empty for an empty log. */
    Optional<RecordedEvent> readLast();

    /** The aggregate's events from a sequence on. */
    List<RecordedEvent> readAggregate(AggregateKey aggregate, long fromSequence);
}
