package dev.vesper.eventstore.olddata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.SqlSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verification finds, what the way back gives back, and that the rules of the copying are needed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OldDataFaultsTest {
    private static final String THIS_ROW = " WHERE (instance_id, aggregate_type, aggregate_id) = ('i1', 'user', 'a1')"
            + " AND \"sequence\" = (SELECT max(\"sequence\") FROM eventstore.events2"
            + " WHERE (instance_id, aggregate_type, aggregate_id) = ('i1', 'user', 'a1'))";

    private OldSystem migrated;

    @BeforeAll
    void migrate() throws Exception {
        migrated = OldSystem.on(TestLogs.migrated()).with(1500);
        assertThat(Run.on(migrated.database()).run()).isZero();
        migrated.execute(
                "ALTER TABLE eventstore.events2 DISABLE TRIGGER USER; ALTER TABLE eventstore.events_old DISABLE TRIGGER USER;"
                        + " ALTER TABLE eventstore.heads DISABLE TRIGGER USER");
    }

    @AfterAll
    void close() throws Exception {
        migrated.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE eventstore.events2 SET payload = '{\"n\": -1}' ROW; differs",
                "UPDATE eventstore.events2 SET creator = 'another' ROW; differs",
                "UPDATE eventstore.events2 SET created_at = created_at + interval '1 microsecond' ROW; differs",
                "DELETE FROM eventstore.events2 ROW; is missing in events2",
                "INSERT INTO eventstore.events2 SELECT instance_id, aggregate_type, aggregate_id, event_type, 9999, revision,"
                        + " created_at, payload, creator, owner, position, 99, partition FROM eventstore.events2 ROW;"
                        + " is not in the old table",
                "UPDATE eventstore.events_old SET event_data = '{\"n\": -1}' WHERE event_sequence = 20; differs",
                "DELETE FROM eventstore.events_old WHERE event_sequence = 20; is not in the old table",
                "UPDATE eventstore.events2 SET position = 1 ROW; stands before its predecessor",
                "UPDATE eventstore.events2 SET in_tx_order = 77 ROW; the last of which is number 77",
                "UPDATE eventstore.events2 SET partition = 13 ROW; stands in partition 13",
                "UPDATE eventstore.heads SET sequence = sequence + 1 WHERE aggregate_id = 'a1'; its head is not its last event",
                "DELETE FROM eventstore.heads WHERE aggregate_id = 'a1'; its head is not its last event"
            })
    void verification_finds_what_is_not_as_it_should_be(String fault, String found) throws Exception {
        migrated.execute(
                "CREATE SCHEMA kept; CREATE TABLE kept.events2 AS TABLE eventstore.events2;"
                        + " CREATE TABLE kept.events_old AS TABLE eventstore.events_old; CREATE TABLE kept.heads AS TABLE eventstore.heads");
        try {
            migrated.execute(fault.replace(" ROW", THIS_ROW));
            Run verification = Run.on(migrated.database());
            assertThat(verification.run("--verify")).as(verification.said()).isEqualTo(1);
            assertThat(verification.said()).contains(found);
        } finally {
            migrated.execute("TRUNCATE eventstore.events2, eventstore.events_old, eventstore.heads;"
                    + " INSERT INTO eventstore.events2 TABLE kept.events2; INSERT INTO eventstore.events_old TABLE kept.events_old;"
                    + " INSERT INTO eventstore.heads TABLE kept.heads; DROP SCHEMA kept CASCADE");
        }
        assertThat(Run.on(migrated.database()).run("--verify")).isZero();
    }

    @Test
    void a_difference_keeps_the_old_table_in_its_place() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(500)) {
            Run run = Run.on(system.database())
                    .at(
                            Migration.AFTER_PAGE,
                            () -> system.execute("ALTER TABLE eventstore.events2 DISABLE TRIGGER USER;"
                                    + " UPDATE eventstore.events2 SET payload = NULL" + THIS_ROW));
            assertThat(run.run()).as(run.said()).isEqualTo(1);
            assertThat(run.said()).contains("nothing was cut over");
            assertThat(system.number("SELECT count(*) FROM eventstore.events")).isEqualTo(500);
            assertThat(system.number("SELECT count(*) FROM eventstore.position_base"))
                    .isZero();
        }
    }

    /** Proves the rules: without each of them the suite's own faults come about, and are found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "7; append_page; greatest(head.\"position\",; greatest(0,; position falls",
                "700; append_page; ORDER BY page.\"sequence\"; ORDER BY page.\"position\"; stands before its predecessor",
                "7; append_page; coalesce(taken.in_tx_order, -1) + rank; rank; twice"
            })
    void without_its_rules_the_copying_is_noticed(
            String pageRows, String statement, String rule, String instead, String found) throws Exception {
        SqlSource mutant = name -> name.equals("old-data/" + statement)
                ? replaced(SqlSource.RESOURCES.text(name), rule, instead)
                : SqlSource.RESOURCES.text(name);
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(1500)) {
            Run run = Run.on(system.database()).with(mutant).with("page-rows", pageRows);
            assertThat(run.run()).as(run.said()).isNotZero();
            assertThat(run.said()).contains(found);
        }
    }

    private static String replaced(String text, String rule, String instead) {
        assertThat(text).contains(rule);
        return text.replace(rule, instead);
    }

    @Test
    void without_the_notes_a_late_commit_would_be_missed_and_that_is_found() throws Exception {
        SqlSource mutant =
                name -> name.equals("old-data/create_note_trigger") ? "SELECT 1" : SqlSource.RESOURCES.text(name);
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(200)) {
            Run run = Run.on(system.database()).with(mutant).at(Migration.AFTER_PAGE, () -> {
                try (var late = system.open("i1", "late", 1)) {
                    late.commit();
                }
            });
            assertThat(run.run()).as(run.said()).isEqualTo(1);
            assertThat(run.said()).contains("is missing in events2");
        }
    }

    @Test
    void the_way_back_before_the_cut_over_leaves_the_system_before_as_it_was() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(1500);
                var open = new LatePush(system)) {
            assertThat(Run.on(system.database())
                            .at(Migration.BEFORE_CUT_OVER, open::begin)
                            .run())
                    .isEqualTo(3);
            open.rollBack();
            assertRolledBack(system, Run.on(system.database()), "--rollback");
            assertThat(Run.on(system.database()).run("--rollback")).isZero();
            assertMigratesAgain(system);
        }
    }

    @Test
    void the_way_back_after_the_cut_over_asks_before_it_loses_new_events() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(1500)) {
            assertThat(Run.on(system.database()).run()).isZero();
            assertRolledBack(system, Run.on(system.database()), "--rollback");
            assertMigratesAgain(system);

            try (TestLogs logs = TestLogs.on(system.database(), Map.of())) {
                logs.log().push(Given.push(Given.session("new")));
            }
            Run refused = Run.on(system.database());
            assertThat(refused.run("--rollback")).isEqualTo(3);
            assertThat(refused.said()).contains("1 events were written by Vesper");
            assertThat(system.number("SELECT count(*) FROM eventstore.events2")).isEqualTo(1502);
            assertRolledBack(system, Run.on(system.database()), "--rollback", "--lose-new-events");
        }
    }

    private static void assertRolledBack(OldSystem system, Run rollback, String... words) throws Exception {
        assertThat(rollback.run(words)).as(rollback.said()).isZero();
        long rows = system.number("SELECT count(*) FROM eventstore.events");
        assertThat(rows).isGreaterThanOrEqualTo(1500);
        assertThat(system.texts("SELECT tgname FROM pg_trigger WHERE tgrelid = 'eventstore.events'::regclass"))
                .isEmpty();
        for (String emptied : new String[] {
            "events2", "heads", "ended", "old_data", "old_data_noted", "position_base", "partition_count"
        }) {
            assertThat(system.number("SELECT count(*) FROM eventstore." + emptied))
                    .as(emptied)
                    .isZero();
        }
        system.execute("DELETE FROM eventstore.events WHERE aggregate_id = 'after'");
    }

    private static void assertMigratesAgain(OldSystem system) throws Exception {
        try (var push = system.open("i1", "after", 1)) {
            push.commit();
        }
        long rows = system.number("SELECT count(*) FROM eventstore.events");
        Run again = Run.on(system.database());
        assertThat(again.run()).as(again.said()).isZero();
        assertThat(system.number("SELECT count(*) FROM eventstore.events2")).isEqualTo(rows);
    }
}
