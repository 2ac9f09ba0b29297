package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.OptionalLong;
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

    /** @throws InvalidQuery that names the field */
    Stream<List<RecordedEvent>> read(LogQuery query) {
        rules.check(query);
        OptionalLong horizon = horizon();
        if (horizon.isEmpty()) {
            return Stream.empty();
        }
        QueryWindow window = new PositionOfTime(sql, config.clockTolerance()).window(query, horizon.getAsLong());
        var search = new Search(query, window, new QueryShapes(sql, query), new PageReader(sql, query), config);
        return Stream.iterate(search, Search::hasMore, same -> same).map(Search::next);
    }

    private OptionalLong horizon() {
        for (Row row : sql.run(Statement.of("log/read_horizon"))) {
            return OptionalLong.of(row.getLong(0));
        }
        return OptionalLong.empty();
    }
}
