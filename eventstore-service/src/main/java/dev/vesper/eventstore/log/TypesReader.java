package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.List;

/**
 * Reads the events of some types, in the order of the log and each exactly once. What stands between them is passed over in
 * the database: a follower that has no part in most of the log must not cost what a relay costs.
 */
public final class TypesReader {
    private final Sql sql;
    private final LogQuery query;

    /** @param eventTypes whose events are read, of all instances */
    public TypesReader(Sql sql, Collection<String> eventTypes) {
        this.sql = sql;
        this.query = LogQuery.builder().eventTypes(List.copyOf(eventTypes)).build();
    }

    /**
     * @param after exclusive; what an earlier page went up to, or {@link Cursor#START}
     * @param look events of whichever type to look at, at most
     */
    public Page read(Cursor after, int look) {
        for (Row row : sql.run(Statement.of("log/read_horizon"))) {
            Cursor end = new Cursor(row.getLong(0), -1);
            PageReader.Page page = new PageReader(sql, query).read(new QueryShape.Order(), after, end, look, look);
            return page.seen() == 0
                    ? new Page(List.of(), after, 0)
                    : new Page(page.events(), page.seenUpTo(), page.seen());
        }
        return new Page(List.of(), after, 0);
    }

    /**
     * A piece of the order.
     *
     * @param events of the types that are read
     * @param upTo the last event that was looked at, of whichever type: the place to go on from
     * @param seen how many were looked at; as many as might be where there may be more
     */
    public record Page(List<RecordedEvent> events, Cursor upTo, long seen) {}
}
