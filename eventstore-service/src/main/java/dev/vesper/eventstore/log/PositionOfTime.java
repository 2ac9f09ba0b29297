package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Narrows a query to the positions in which its times can lie. There is no index by time, because along the log the time
 * grows anyway; only a clock that was set back breaks that, hence the tolerance.
 */
final class PositionOfTime {
    private final Sql sql;
    private final Duration tolerance;

    PositionOfTime(Sql sql, Duration tolerance) {
        this.sql = sql;
        this.tolerance = tolerance;
    }

    QueryWindow window(LogQuery query, long horizon) {
        QueryWindow whole = QueryWindow.of(query, horizon);
        QueryWindow begun = query.createdFrom()
                .map(from -> whole.from(firstSince(from.minus(tolerance))))
                .orElse(whole);
        return query.createdBefore()
                .map(before -> begun.below(firstSince(before.plus(tolerance))))
                .orElse(begun);
    }

    /** Just past the last event when all are older. */
    private long firstSince(Instant time) {
        return sql.run(Statement.of("log/find_position", time.atOffset(ZoneOffset.UTC)))
                .iterator()
                .next()
                .getLong(0);
    }
}
