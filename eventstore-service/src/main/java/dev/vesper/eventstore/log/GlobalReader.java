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

    /** As {@link #read(Cursor, PageLimit)}, however large the events are. */
    public Page read(Cursor after, int limit) {
        return read(after, PageLimit.ofEvents(limit));
    }

    /** @param after exclusive; what an earlier page went up to, or {@link Cursor#START} */
    public Page read(Cursor after, PageLimit limit) {
        List<RecordedEvent> events = new ArrayList<>();
        long horizon = NO_HORIZON;
        Cursor upTo = after;
        for (Row row : sql.run(page(after, limit))) {
            horizon = row.getLong("horizon");
            if (row.getLong("position") != null) {
                upTo = new Cursor(row.getLong("position"), row.getInteger("in_tx_order"));
                if (row.getBoolean("own")) {
                    events.add(EventRows.event(row));
                }
            }
        }
        return new Page(List.copyOf(events), upTo, horizon);
    }

    private Statement page(Cursor after, PageLimit limit) {
        return Statement.of(
                "log/read_global_order",
                after.position(),
                after.inTxOrder(),
                partitions,
                limit.events(),
                limit.bytes(),
                limit.largestPayload());
    }

    /**
     * A piece of the order.
     *
     * @param events of the partitions that are read, those right after the cursor
     * @param upTo the last event that was looked at, in whichever partition: the place to go on from
     * @param horizon the position below which everything has been decided; -1 while the server has no position base. It is
     *     no place to go on from, see read_global_order.sql.
     */
    public record Page(List<RecordedEvent> events, Cursor upTo, long horizon) {}
}
