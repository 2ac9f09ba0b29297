package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a moment which trace wrote an event, until the event is relayed by this same pod. Best effort: the log does
 * not hold it, and the oldest notes make room.
 */
final class TraceNotes {
    private final Map<Cursor, String> traceparents;

    TraceNotes(int capacity) {
        this.traceparents = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Cursor, String> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized void note(Cursor event, String traceparent) {
        traceparents.put(event, traceparent);
    }

    synchronized Optional<String> take(Cursor event) {
        return Optional.ofNullable(traceparents.remove(event));
    }
}
