package dev.vesper.eventstore.olddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.TestLogs;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The migration from one end to the other, with the system before writing on. */
final class OldDataTest {
    @Test
    void every_old_event_comes_into_the_log_once_and_in_order() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(3000)) {
            Run first = Run.on(system.database());
            assertThat(first.run()).as(first.said()).isZero();
            assertThat(first.said()).contains("3,000 of 3,000 rows (100.0 %)").contains("Cut over");

            try (TestLogs logs = TestLogs.on(system.database(), Map.of())) {
                BroughtOver.assertIn(logs, system);
                assertWhatStandsBeside(system);
                assertNewEventsStandBehind(logs, system);
            }
            Run again = Run.on(system.database());
            assertThat(again.run()).isZero();
            assertThat(again.said()).contains("nothing to do");
            assertThat(Run.on(system.database()).run("--verify")).isZero();
        }
    }

    private static void assertWhatStandsBeside(OldSystem system) throws Exception {
        assertThat(system.number("SELECT count(*) FROM eventstore.heads"))
                .isEqualTo(
                        system.number("SELECT count(*) FROM (SELECT DISTINCT instance_id, aggregate_type, aggregate_id"
                                + " FROM eventstore.events_old) AS aggregate"));
        assertThat(system.number("SELECT count(*) FROM eventstore.ended WHERE kind = 'session'"))
                .isEqualTo(system.number("SELECT count(*) FROM (SELECT DISTINCT instance_id, aggregate_id"
                        + " FROM eventstore.events_old WHERE event_type = 'session.terminated') AS session"));
        assertThat(system.number("SELECT count(*) FROM eventstore.ended WHERE kind = 'app'"))
                .isEqualTo(system.number("SELECT count(DISTINCT event_data ->> 'appId') FROM eventstore.events_old"
                        + " WHERE event_type = 'project.application.removed'"));
        assertThat(system.number("SELECT count(*) FROM eventstore.user_keys")).isZero();
        assertThat(system.number("SELECT count(*) FROM eventstore.events2 WHERE \"position\" <>"
                        + " (extract(epoch FROM created_at) * 1000000)::bigint"))
                .as("some clocks had gone back")
                .isPositive();
    }

    private static void assertNewEventsStandBehind(TestLogs logs, OldSystem system) throws Exception {
        long last = system.number("SELECT max(\"position\") FROM eventstore.events2");
        long sequence = system.number("SELECT \"sequence\" FROM eventstore.heads"
                + " WHERE (instance_id, aggregate_type, aggregate_id) = ('i1', 'user', 'a1')");
        AggregateId old = new AggregateId("i1", "user", "a1");
        Pushed pushed =
                (Pushed) logs.log().push(Push.of(Given.id(), Given.append(old, Expectation.exactly(sequence), 1)));
        assertThat(pushed.position()).isGreaterThan(last);
        assertThat(BroughtOver.readAll(logs).getLast().cursor().position()).isEqualTo(pushed.position());
    }

    @Test
    void what_commits_late_is_not_missed_and_until_the_cut_over_nothing_is_pushed_or_read() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(2000);
                var early = system.open("i1", "early", 3)) {
            // A transaction from before the beginning holds the beginning up, and is in the table then.
            Run refused = Run.on(system.database());
            assertThat(refused.run()).isEqualTo(3);
            assertThat(refused.said()).contains("could not be locked in 3 attempts");
            early.commit();

            try (var late = new LatePush(system)) {
                Run first = Run.on(system.database()).at(Migration.AFTER_BEGIN, late::begin);
                assertThat(first.run()).as(first.said()).isEqualTo(3);
                assertThat(first.said()).contains("Cutting over").contains("could not be locked");
                assertNothingIsPushedOrRead(system.database());

                Run second = Run.on(system.database()).at(Migration.BEFORE_CUT_OVER, late::commit);
                assertThat(second.run()).as(second.said()).isZero();
            }
            try (TestLogs logs = TestLogs.on(system.database(), Map.of())) {
                BroughtOver.assertIn(logs, system);
                assertThat(system.number(
                                "SELECT count(*) FROM eventstore.events2 WHERE aggregate_id IN ('early', 'late')"))
                        .isEqualTo(3 + 4);
            }
        }
    }

    private static void assertNothingIsPushedOrRead(Database database) {
        try (TestLogs logs = TestLogs.on(database, Map.of())) {
            assertThatThrownBy(() -> logs.log().push(Given.push(Given.session("s"))))
                    .hasMessageContaining("position base");
            assertThat(BroughtOver.readAll(logs)).isEmpty();
            assertThatThrownBy(() -> OldDataAtStart.check(logs.sql())).hasMessageContaining("has cut over");
        }
    }

    @Test
    void writers_do_not_queue_up_behind_the_lock_that_the_cut_over_waits_for() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(100);
                var slow = new LatePush(system)) {
            Run running =
                    Run.on(system.database()).with("lock-attempts", "1000").at(Migration.BEFORE_CUT_OVER, slow::begin);
            var migration = CompletableFuture.supplyAsync(running::run);
            Running.await("the lock is asked for in vain", () -> running.said().contains("was not to be had"));

            // The slow one is open still, and the wish for the lock is made again and again; others come through.
            for (int n = 0; n < 5; n++) {
                try (var push = system.open("i3", "other", 1)) {
                    push.commit();
                }
            }
            assertThat(migration).isNotDone();
            slow.commit();

            assertThat(migration.get(30, TimeUnit.SECONDS)).isZero();
            assertThat(system.number("SELECT count(*) FROM eventstore.events2")).isEqualTo(100 + 4 + 4 + 5);
        }
    }

    @Test
    void the_log_finds_room_in_the_schema_of_the_system_before() throws Exception {
        Database database = Backing.database();
        try (OldSystem system = OldSystem.on(database).with(500)) {
            system.execute(
                    "CREATE TABLE eventstore.unique_constraints (instance_id TEXT, unique_type TEXT, unique_field TEXT,"
                            + " PRIMARY KEY (instance_id, unique_type, unique_field));"
                            + " INSERT INTO eventstore.unique_constraints VALUES ('i1', 'usernames', 'ada');"
                            + " ALTER TABLE eventstore.events DROP CONSTRAINT events_pkey");

            Run running = Run.on(database);
            assertThat(running.run()).as(running.said()).isZero();
            assertThat(running.said()).contains("Building an index");

            assertThat(system.texts("SELECT unique_field FROM eventstore.unique_constraints"))
                    .containsExactly("ada");
            var service = Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .schemas("eventstore")
                    .load();
            assertThat(service.migrate().migrationsExecuted).isZero();
            service.validate();
            try (TestLogs logs = TestLogs.on(database, Map.of())) {
                BroughtOver.assertIn(logs, system);
            }
        }
    }

    @Test
    void what_no_log_can_hold_is_named_before_anything_is_done() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(50)) {
            system.execute(
                    "UPDATE eventstore.events SET event_data = '[1]' WHERE instance_id = 'i1' AND event_sequence = 7;"
                            + " UPDATE eventstore.events SET aggregate_version = 'two' WHERE instance_id = 'i1' AND event_sequence = 9");
            Run running = Run.on(system.database());
            assertThat(running.run()).isEqualTo(3);
            assertThat(running.said())
                    .contains(" 7: its payload is no JSON object")
                    .contains(" 9: aggregate_version two is no version");
            assertThat(system.number("SELECT count(*) FROM eventstore.old_data"))
                    .isZero();
        }
    }

    @Test
    void the_service_does_not_start_beside_an_old_table() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(10);
                TestLogs logs = TestLogs.on(system.database(), Map.of())) {
            assertThatThrownBy(() -> OldDataAtStart.check(logs.sql()))
                    .hasMessageContaining("Run migrate-old-data first");
            assertThat(Run.on(system.database()).run()).isZero();
            OldDataAtStart.check(logs.sql());
        }
    }

    @Test
    void old_events_come_into_an_empty_log_only() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(10);
                TestLogs logs = TestLogs.on(system.database(), Map.of())) {
            logs.log().push(Given.push(Given.session("s")));
            Run running = Run.on(system.database());
            assertThat(running.run()).isEqualTo(3);
            assertThat(running.said()).contains("The log holds events already");
        }
    }
}
