package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads all events in the order of (position, in_tx_order), each exactly once and none too early: read_global_order.sql
 * says why.
 */
public final class GlobalReader {
    private static final long NO_HORIZON = -1;

    private final Sql sql;
    private final Integer[] partitions;

    /** @param partitions whose events are read */
    public GlobalReader(Sql sql, IntStream partitions) {
        this.sql = sql;
        this.partitions = partitions.boxed().toArray(Integer[]::new);
    }

    /**
     * @param after exclusive; an event's cursor that was read before, or {@link Cursor#START}
     * @param limit of events
     */
    public Page read(Cursor after, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        long horizon = NO_HORIZON;
        for (Row row : sql.run(
                Statement.of("log/read_global_order", after.position(), after.inTxOrder(), partitions, limit))) {
            horizon = row.getLong("horizon");
            if (row.getLong("position") != null) {
                events.add(EventRows.event(row));
            }
        }
        return new Page(List.copyOf(events), horizon);
    }

    /**
     * A piece of the order.
     *
     * @param events those right after the cursor
     * @param horizon the position below which everything has been decided; -1 while the server has no position base. It is
     *     no place to go on from, see read_global_order.sql.
     */
    public record Page(List<RecordedEvent> events, long horizon) {}
}
