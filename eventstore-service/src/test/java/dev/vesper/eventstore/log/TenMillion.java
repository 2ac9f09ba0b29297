package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Statement;
import java.util.List;

/**
 * Makes the planner believe that a table holds ten million events. It takes the density from the statistics and the number
 * of pages from the file, so a few rows on one page are enough, where the statistics say that all ten million stand there.
 */
final class TenMillion {
    private static final String ROWS = """
            INSERT INTO eventstore.<table>
            SELECT 'i' || n % 3, 'session', 's' || n, 'session.added', 1, 1, clock_timestamp(), '{}', 'u', 'o', n, 0, n % 12
            FROM generate_series(0, 9) AS n
            """;
    private static final String RELATION = """
            SELECT pg_restore_relation_stats('schemaname', 'eventstore', 'relname', '<table>',
                'relpages', 1, 'reltuples', 10000000::real, 'relallvisible', 1)
            """;
    private static final String ATTRIBUTE = """
            SELECT pg_restore_attribute_stats('schemaname', 'eventstore', 'relname', '<table>', 'attname', '<column>',
                'inherited', false, 'null_frac', 0::real, 'avg_width', <width>, 'n_distinct', <distinct>::real, 'correlation', <correlation>::real)
            """;

    private TenMillion() {}

    static void events(TestLogs logs, String table) {
        run(logs, ROWS.replace("<table>", table));
        run(logs, RELATION.replace("<table>", table));
        List.of(
                        new Column("instance_id", 12, "3", "0.4"),
                        new Column("aggregate_type", 12, "12", "0.3"),
                        new Column("aggregate_id", 26, "-0.2", "0.5"),
                        new Column("event_type", 24, "80", "0.2"),
                        new Column("sequence", 8, "2000", "0.1"),
                        new Column("created_at", 8, "-0.5", "1"),
                        new Column("creator", 26, "100000", "0.1"),
                        new Column("owner", 26, "500", "0.1"),
                        new Column("position", 8, "-0.5", "1"),
                        new Column("in_tx_order", 4, "64", "0.1"),
                        new Column("partition", 2, "12", "0.1"))
                .forEach(column -> run(logs, column.in(ATTRIBUTE).replace("<table>", table)));
    }

    private static void run(TestLogs logs, String statement) {
        logs.adHoc(statement).run(Statement.of("statistics"));
    }

    private record Column(String name, int width, String distinct, String correlation) {
        String in(String statement) {
            return statement
                    .replace("<column>", name)
                    .replace("<width>", Integer.toString(width))
                    .replace("<distinct>", distinct)
                    .replace("<correlation>", correlation);
        }
    }
}
