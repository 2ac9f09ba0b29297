package dev.vesper.projection.given;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.engine.AggregateKey;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.LogUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The log as a list. */
public final class ListLog implements EventLogReader {
    private final ConcurrentNavigableMap<Cursor, RecordedEvent> events = new ConcurrentSkipListMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean away;

    /** What is there already is not there twice. */
    public void append(List<RecordedEvent> added) {
        added.forEach(event -> events.put(event.cursor(), event));
    }

    /** From here on nobody answers, until {@code false}. */
    public void away(boolean now) {
        away = now;
    }

    /** How many events it has. */
    public int size() {
        return events.size();
    }

    public int reads() {
        return reads.get();
    }

    @Override
    public List<RecordedEvent> read(Cursor after, Set<String> aggregateTypes, int limit) {
        answer();
        return events.tailMap(after, false).values().stream()
                .filter(event -> aggregateTypes.contains(event.aggregateType()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<RecordedEvent> readLast() {
        answer();
        return Optional.ofNullable(events.lastEntry()).map(last -> last.getValue());
    }

    @Override
    public List<RecordedEvent> readAggregate(AggregateKey aggregate, long fromSequence) {
        answer();
        return events.values().stream()
                .filter(event -> new AggregateKey(event.instanceId(), event.aggregateType(), event.aggregateId())
                        .equals(aggregate))
                .filter(event -> event.sequence() >= fromSequence)
                .toList();
    }

    private void answer() {
        reads.incrementAndGet();
        if (away) {
            throw new LogUnavailable("nobody is there", new IllegalStateException("away"));
        }
    }
}
