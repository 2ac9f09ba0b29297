package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The hot queries use the indexes that are there for them, also when the server plans for parameters unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanTest {
    private static final String EVENTS = """
            INSERT INTO eventstore.events2
            SELECT 'i' || n % 3, 'session', 's' || n % 1000, 'session.added', 1 + n / 1000, 1, clock_timestamp(), '{}', 'u', 'o', n, 0,
                n % 12
            FROM generate_series(0, 29999) AS n
            """;

    private TestLogs logs;

    @BeforeAll
    void fill() {
        logs = TestLogs.create();
        logs.adHoc(EVENTS).run(Statement.of("fill"));
        logs.adHoc("ANALYZE eventstore.events2").run(Statement.of("analyze"));
    }

    @AfterAll
    void stop() {
        logs.close();
    }

    @Test
    void the_global_reader_walks_the_index_of_the_order() {
        assertThat(plan("log/read_global_order"))
                .contains("Index Scan using events2_global_order")
                .doesNotContain("Seq Scan on events2");
    }

    @Test
    void the_aggregate_reader_walks_the_primary_key() {
        assertThat(plan("log/read_aggregate"))
                .contains("Index Scan using events2_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_answers_of_pushes_are_found_by_id_and_by_position() {
        assertThat(plan("log/read_answers")).contains("events2_global_order").doesNotContain("Seq Scan on events2");
    }

    private String plan(String name) {
        Session session = logs.session(asked -> "EXPLAIN (GENERIC_PLAN) " + TestLogs.SQL.text(asked));
        return StreamSupport.stream(session.run(Statement.control(name)).spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
