package dev.vesper.eventstore.relay;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a moment which trace wrote an event, until the event is relayed by this same pod. Best effort: the log does
 * not hold it, and the oldest notes make room.
 */
final class TraceNotes {
    private final Map<Place, String> traceparents;

    TraceNotes(int capacity) {
        this.traceparents = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Place, String> eldest) {
                return size() > capacity;
            }
        };
    }

    /** @param traceparent empty for none, also where there was one of a writer that failed */
    synchronized void note(AggregateId aggregate, long sequence, String traceparent) {
        Place place = new Place(aggregate, sequence);
        if (traceparent.isEmpty()) {
            traceparents.remove(place);
        } else {
            traceparents.put(place, traceparent);
        }
    }

    synchronized Optional<String> take(RecordedEvent event) {
        return Optional.ofNullable(traceparents.remove(new Place(AggregateId.of(event), event.sequence())));
    }

    /** Known before the commit, as the position is not. */
    private record Place(AggregateId aggregate, long sequence) {}
}
