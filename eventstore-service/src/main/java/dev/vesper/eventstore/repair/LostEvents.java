package dev.vesper.eventstore.repair;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Collects events of the topic that the log does not hold. The order of commits is not that of positions: what was lost may
 * stand below the end of the log, so each event is looked up.
 */
final class LostEvents {
    private final Sql sql;
    private final int limit;
    private final List<RecordedEvent> events = new ArrayList<>();
    private long count;
    private long overtaken;

    /** @param limit of those that are kept; the others are only counted */
    LostEvents(Sql sql, int limit) {
        this.sql = sql;
        this.limit = limit;
    }

    void compare(List<RecordedEvent> page) {
        Statement missing = Statement.of(
                "repair/find_missing_events",
                column(page, RecordedEvent::position, Long[]::new),
                column(page, RecordedEvent::inTxOrder, Integer[]::new),
                column(page, RecordedEvent::instanceId, String[]::new),
                column(page, RecordedEvent::aggregateType, String[]::new),
                column(page, RecordedEvent::aggregateId, String[]::new),
                column(page, RecordedEvent::sequence, Long[]::new),
                column(page, event -> event.createdAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
        sql.run(missing).forEach(row -> {
            count++;
            overtaken += row.getBoolean("taken") ? 1 : 0;
            if (events.size() < limit) {
                events.add(page.get(Math.toIntExact(row.getLong("n") - 1)));
            }
        });
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    long count() {
        return count;
    }

    /** Those in whose place the log holds another event, and which can therefore not come back. */
    long overtaken() {
        return overtaken;
    }

    static <T> T[] column(List<RecordedEvent> rows, Function<RecordedEvent, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
