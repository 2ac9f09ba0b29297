package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A reader that follows the global order page by page, as the relay and the projections do. */
final class Tail {
    private final GlobalReader reader;
    private final int limit;
    private final List<RecordedEvent> seen = new ArrayList<>();
    private Cursor cursor = Cursor.START;

    Tail(GlobalReader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** @return whether there was anything new */
    boolean step() {
        List<RecordedEvent> page = reader.read(cursor, limit).events();
        seen.addAll(page);
        cursor = page.isEmpty() ? cursor : page.getLast().cursor();
        return !page.isEmpty();
    }

    void readToEnd() {
        while (step()) {
            assertThat(seen.size()).isLessThan(1_000_000);
        }
    }

    /** Every one of these and nothing else, exactly once, in order, and each aggregate in sequence. */
    void assertSawExactly(Collection<Cursor> committed) {
        assertThat(seen.stream().map(RecordedEvent::cursor))
                .containsExactlyElementsOf(committed.stream().sorted().toList());
        Map<AggregateId, List<Long>> sequences = seen.stream()
                .collect(Collectors.groupingBy(
                        AggregateId::of, Collectors.mapping(RecordedEvent::sequence, Collectors.toList())));
        sequences
                .values()
                .forEach(inOrder -> assertThat(inOrder)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, inOrder.size())
                                .boxed()
                                .toList()));
    }

    static List<Cursor> cursors(PushOutcome.Pushed pushed) {
        return pushed.events().stream()
                .map(event -> new Cursor(pushed.position(), event.inTxOrder()))
                .toList();
    }
}
