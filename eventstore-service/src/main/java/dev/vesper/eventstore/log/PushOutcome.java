package dev.vesper.eventstore.log;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a push. */
public sealed interface PushOutcome {
    /**
     * It is committed.
     *
     * @param position of all its events, the same for all pushes that shared its transaction
     * @param events in the order of the push
     */
    record Pushed(long position, Instant createdAt, List<PushedEvent> events) implements PushOutcome {
        public Pushed {
            events = List.copyOf(events);
        }

        /** What a query waits for to see this push. */
        public ConsistencyToken token() {
            Map<Integer, Cursor> marks = new TreeMap<>();
            events.forEach(event -> marks.put(event.partition(), new Cursor(position, event.inTxOrder())));
            return new ConsistencyToken(marks);
        }
    }

    /** Nothing of it was written, and nothing of it ever will be. */
    sealed interface Refused extends PushOutcome {}

    /**
     * An {@link Expectation} or a {@link Precondition.StillAt} did not hold.
     *
     * @param expected -1 where none was expected
     */
    record WrongSequence(AggregateId aggregate, long expected, long found) implements Refused {
        public static final long NONE_EXPECTED = -1;
    }

    /** A value to be added is held by another. */
    record ConstraintTaken(UniqueConstraint.Add constraint) implements Refused {}

    /** A {@link Precondition.NotEnded} did not hold. */
    record Ended(Subject subject, long position, String reason) implements Refused {}
}
