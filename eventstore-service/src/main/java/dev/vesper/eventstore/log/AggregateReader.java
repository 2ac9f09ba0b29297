package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads one aggregate, in pages, from its primary key. */
final class AggregateReader {
    private final Sql sql;
    private final int pageEvents;

    AggregateReader(Sql sql, int pageEvents) {
        this.sql = sql;
        this.pageEvents = pageEvents;
    }

    List<RecordedEvent> read(AggregateId aggregate, long fromSequence) {
        List<RecordedEvent> events = new ArrayList<>();
        List<RecordedEvent> page;
        do {
            page = page(
                    aggregate,
                    events.isEmpty() ? fromSequence : events.getLast().sequence() + 1);
            events.addAll(page);
        } while (page.size() == pageEvents);
        return List.copyOf(events);
    }

    private List<RecordedEvent> page(AggregateId aggregate, long fromSequence) {
        List<RecordedEvent> page = new ArrayList<>();
        sql.run(Statement.of(
                        "log/read_aggregate",
                        aggregate.instanceId(),
                        aggregate.type(),
                        aggregate.id(),
                        fromSequence,
                        pageEvents))
                .forEach(row -> page.add(EventRows.event(row)));
        return page;
    }
}
