package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hot queries use the indexes that are there for them in a log of ten million events and an archive as large, also when
 * the server plans for parameters unseen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanTest {
    private TestLogs logs;

    @BeforeAll
    void fill() {
        logs = TestLogs.create();
        TenMillion.events(logs, "events2");
        TenMillion.events(logs, "archived_events");
    }

    @AfterAll
    void stop() {
        logs.close();
    }

    @Test
    void the_planner_believes_in_ten_million_events() {
        assertThat(explained(logs.session(_ -> "EXPLAIN SELECT FROM eventstore.events2")))
                .contains("rows=10000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"log/read_global_order", "log/read_order_forward", "log/read_order_backward", "log/find_position"
            })
    void what_goes_along_the_order_walks_its_index(String name) {
        assertMerges(name, "events2_global_order", "archived_events_global_order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log/read_aggregate", "log/read_aggregates_forward", "log/read_aggregates_backward"})
    void what_goes_along_aggregates_walks_the_primary_key(String name) {
        assertMerges(name, "events2_pkey", "archived_events_pkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log/read_kinds_forward", "log/read_kinds_backward", "log/find_kinds"})
    void what_goes_by_kinds_walks_the_index_by_type(String name) {
        assertMerges(name, "es_projection", "archived_events_by_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth_requests", "oidc_sessions", "notifications"})
    void what_is_finished_is_found_by_type_and_by_aggregate(String kind) {
        assertThat(plan("retention/find_finished_" + kind))
                .contains("Index Scan using es_projection on events2")
                .contains("Index Scan Backward using events2_pkey on events2")
                .doesNotContain("Seq Scan")
                .doesNotContain("Bitmap");
    }

    @Test
    void what_is_archived_is_taken_by_the_primary_key() {
        assertThat(plan("retention/archive_aggregates"))
                .contains("Index Scan using events2_pkey on events2")
                .doesNotContain("Seq Scan on events2");
    }

    @Test
    void the_answers_of_pushes_are_found_by_id_and_by_position() {
        assertThat(plan("log/read_answers")).contains("events2_global_order").doesNotContain("Seq Scan on events2");
    }

    /** What came since the last analysis, a plan that knows the values takes for a row or two, and sorts all of it for each page. */
    @Test
    void the_service_has_these_plans_for_its_reads() {
        assertThat(properties())
                .contains("quarkus.datasource.reactive.additional-properties.plan_cache_mode=force_generic_plan")
                .contains("quarkus.datasource.reactive.additional-properties.enable_seqscan=off");
    }

    private static String properties() {
        try (var resource = PlanTest.class.getResourceAsStream("/application.properties")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_filter_that_may_or_may_not_be_there_would_lose_its_index() {
        String optional =
                "SELECT FROM eventstore.events2 WHERE ($1::text = '' OR instance_id = $1) AND event_type = $2";

        assertThat(explained(logs.session(_ -> "EXPLAIN (GENERIC_PLAN) " + optional)))
                .as("else these tests could not fail: the instance narrows nothing any more")
                .doesNotContain("Index Cond: ((instance_id")
                .contains("Filter: (($1 = ''::text) OR (instance_id = $1))");
    }

    /** Two ordered scans merged: nothing is sorted before it is limited, and no table is read as a whole. */
    private void assertMerges(String name, String index, String archiveIndex) {
        assertThat(plan(name))
                .contains("Merge Append")
                .containsPattern("Scan (Backward )?using " + index)
                .containsPattern("Scan (Backward )?using " + archiveIndex)
                .doesNotContain("Seq Scan on events2")
                .doesNotContain("Seq Scan on archived_events")
                .doesNotContain("Bitmap");
    }

    private String plan(String name) {
        return explained(logs.session(asked -> "EXPLAIN (GENERIC_PLAN) " + TestLogs.SQL.text(name)));
    }

    private static String explained(Session session) {
        return StreamSupport.stream(session.run(Statement.control("explain")).spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
