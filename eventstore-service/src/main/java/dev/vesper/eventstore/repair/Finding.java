package dev.vesper.eventstore.repair;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How the log stands to all that others have seen of it.
 *
 * @param nextPosition where the next push would stand; empty where the server is unknown
 * @param logEnd the last event of the log
 * @param seen how far each other has come, the topic among them
 * @param unseen what could not be looked at, with the reason
 * @param lost events of the topic that the log does not hold; not all of them where they are very many
 * @param lostCount all of them
 * @param overtaken those of them in whose place the log holds another event
 */
record Finding(
        long systemIdentifier,
        int timeline,
        OptionalLong nextPosition,
        Cursor logEnd,
        List<Seen> seen,
        List<String> unseen,
        List<RecordedEvent> lost,
        long lostCount,
        long overtaken) {

    boolean serverIsKnown() {
        return nextPosition.isPresent();
    }

    /** The highest position of all. */
    long highest() {
        return Stream.concat(Stream.of(logEnd), seen.stream().map(Seen::upTo))
                .mapToLong(Cursor::position)
                .max()
                .orElse(-1);
    }

    /** Whether the next push stands above everything. */
    boolean isAbove(long position) {
        return nextPosition.isPresent() && nextPosition.getAsLong() > position;
    }

    boolean isAllVisible() {
        return unseen.isEmpty();
    }

    /** Those that are beyond the log even when all events of the topic are back. */
    List<Seen> ahead() {
        Cursor end = lost.stream().map(RecordedEvent::cursor).reduce(logEnd, (a, b) -> a.isAfter(b) ? a : b);
        return seen.stream().filter(each -> each.upTo().isAfter(end)).toList();
    }

    /** Whether Kafka can give everything back. */
    boolean canComeBack() {
        return overtaken == 0 && lost.size() == lostCount && ahead().isEmpty();
    }

    boolean isNothingLost() {
        return lostCount == 0 && ahead().isEmpty();
    }
}
