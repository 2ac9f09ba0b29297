package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The log as the deciders see it. All methods block; call them on a virtual thread. */
public interface EventLog {
    /**
     * Like {@link #push(Push, Duration)}, with the configured patience.
     *
     * @throws LogException see there
     */
    PushOutcome push(Push push);

    /**
     * Blocks until the push is committed or refused.
     *
     * @param patience how long to wait for a turn and the locks
     * @throws LogBusy when the queue is full; nothing was written
     * @throws PushExpired when patience ended first; nothing was written
     * @throws LogUnavailable when the outcome is unknown: repeat with the same push id
     * @throws InvalidPush when a limit is broken
     */
    PushOutcome push(Push push, Duration patience);

    /**
     * All committed events of one aggregate, in sequence. It sees every push that was answered before the call.
     *
     * @param fromSequence the first to answer; 0 and 1 are the same
     */
    default List<RecordedEvent> readAggregate(AggregateId aggregate, long fromSequence) {
        return readAggregatePages(aggregate, fromSequence).flatMap(List::stream).toList();
    }

    /** The same in pieces, each read when it is asked for. */
    Stream<List<RecordedEvent>> readAggregatePages(AggregateId aggregate, long fromSequence);

    /**
     * Events that match, in the order of (position, in_tx_order), read page by page as the stream is drained. It ends below
     * the horizon, so an event that was committed while an older transaction is open comes once that is over. The stream
     * holds nothing open and need not be closed.
     *
     * @throws InvalidQuery when it makes no sense, or no index could serve it
     */
    default Stream<RecordedEvent> read(LogQuery query) {
        return readPages(query).flatMap(List::stream);
    }

    /**
     * The same in pieces, each read when it is asked for. A piece is empty where nothing matched among the events that were
     * looked at, so that a caller can give up a search in between.
     *
     * @throws InvalidQuery see there
     */
    Stream<List<RecordedEvent>> readPages(LogQuery query);

    /** The aggregate's last sequence; 0 when it has no event. It counts every push that was answered before the call. */
    long latestSequence(AggregateId aggregate);
}
