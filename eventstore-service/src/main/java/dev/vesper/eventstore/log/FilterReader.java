package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the global order through a filter, page by page as the stream is drained. */
final class FilterReader {
    private static final Cursor END = new Cursor(Long.MAX_VALUE, Integer.MAX_VALUE);

    private final Sql sql;
    private final int pageEvents;

    FilterReader(Sql sql, int pageEvents) {
        this.sql = sql;
        this.pageEvents = pageEvents;
    }

    Stream<RecordedEvent> read(LogQuery query) {
        int limit = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        Cursor start = query.after().orElse(query.descending() ? END : Cursor.START);
        return Stream.iterate(first(query, start, limit), Page::isThere, page -> next(query, page))
                .flatMap(page -> page.events().stream());
    }

    private Page first(LogQuery query, Cursor after, int limit) {
        int size = Math.min(limit, pageEvents);
        return new Page(events(query, after, size), size, limit);
    }

    private Page next(LogQuery query, Page page) {
        int left = page.left() - page.events().size();
        boolean more = page.events().size() == page.size() && left > 0;
        return more ? first(query, page.events().getLast().cursor(), left) : Page.NONE;
    }

    private List<RecordedEvent> events(LogQuery query, Cursor after, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        sql.run(Statement.of(
                        query.descending() ? "log/read_backward" : "log/read_forward",
                        after.position(),
                        after.inTxOrder(),
                        query.instanceId(),
                        array(query.aggregateTypes()),
                        array(query.aggregateIds()),
                        array(query.eventTypes()),
                        query.creator(),
                        query.owner(),
                        time(query.createdFrom()),
                        time(query.createdBefore()),
                        limit))
                .forEach(row -> events.add(EventRows.event(row)));
        return events;
    }

    private static String @Nullable [] array(List<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(known -> known.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /**
     * @param size how many events there would be if the log had more
     * @param left how many the caller still wants, this page's included
     */
    private record Page(List<RecordedEvent> events, int size, int left) {
        static final Page NONE = new Page(List.of(), 0, 0);

        boolean isThere() {
            return !events.isEmpty();
        }
    }
}
