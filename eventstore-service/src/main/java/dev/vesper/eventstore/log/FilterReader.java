package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.Stream;

/** Reads the global order through a filter, page by page as the stream is drained. */
final class FilterReader {
    private final Sql sql;
    private final LogConfig config;
    private final QueryRules rules;

    FilterReader(Sql sql, LogConfig config, QueryRules rules) {
        this.sql = sql;
        this.config = config;
        this.rules = rules;
    }

    /**
     * @throws InvalidQuery that names the field
     * @throws LogUnavailable while the server is not known to hold all that was pushed, since nobody can say what comes before
     *     what: an answer of nothing would be taken for the truth
     */
    Stream<List<RecordedEvent>> read(LogQuery query) {
        rules.check(query);
        QueryWindow window = new PositionOfTime(sql, config.clockTolerance()).window(query, horizon());
        var search = new Search(query, window, new QueryShapes(sql, query), new PageReader(sql, query), config);
        return Stream.iterate(search, Search::hasMore, same -> same).map(Search::next);
    }

    private long horizon() {
        for (Row row : sql.run(Statement.of("log/read_horizon"))) {
            return row.getLong(0);
        }
        throw new LogUnavailable(WriteFailure.FOREIGN_SERVER);
    }
}
