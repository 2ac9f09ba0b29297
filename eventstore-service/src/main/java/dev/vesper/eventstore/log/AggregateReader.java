package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads one aggregate, in pages, from its primary key. */
final class AggregateReader {
    private final Sql sql;
    private final int pageEvents;
    private final QueryRules rules;

    AggregateReader(Sql sql, int pageEvents, QueryRules rules) {
        this.sql = sql;
        this.pageEvents = pageEvents;
        this.rules = rules;
    }

    /** @throws InvalidQuery that names the field */
    Stream<List<RecordedEvent>> pages(AggregateId aggregate, long fromSequence) {
        rules.check(aggregate, fromSequence);
        return Stream.iterate(
                page(aggregate, fromSequence),
                page -> !page.isEmpty(),
                page -> page.size() < pageEvents
                        ? List.of()
                        : page(aggregate, page.getLast().sequence() + 1));
    }

    /** @throws InvalidQuery that names the field */
    long latestSequence(AggregateId aggregate) {
        rules.check(aggregate, 0);
        for (Row row : sql.run(
                Statement.of("log/read_latest_sequence", aggregate.instanceId(), aggregate.type(), aggregate.id()))) {
            return row.getLong(0);
        }
        return 0;
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
