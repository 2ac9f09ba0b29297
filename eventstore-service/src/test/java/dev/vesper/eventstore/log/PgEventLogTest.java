package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PgEventLogTest extends EventLogContract {
    private TestLogs logs;
    private EventLog log;

    @BeforeAll
    void start() {
        logs = TestLogs.create();
        log = logs.log();
    }

    @AfterAll
    void stop() {
        logs.close();
    }

    @Override
    EventLog log() {
        return log;
    }

    @Test
    void reads_aggregates_and_filters_that_are_longer_than_a_page() {
        EventLog paged = logs.log(TestLogs.SQL, Map.of("vesper.event-log.page-events", "3"));
        log.push(push(session("long"), Expectation.NONE, 10));

        assertThat(paged.readAggregate(session("long"), 2))
                .extracting(RecordedEvent::sequence)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        var ofIt = LogQuery.builder().aggregateIds(List.of("long"));
        assertThat(paged.read(ofIt.build())).hasSize(10);
        assertThat(paged.read(ofIt.limit(7).build())).hasSize(7);
    }

    @Test
    void refuses_alone_what_the_database_refuses() {
        assertThatExceptionOfType(InvalidPush.class)
                .isThrownBy(() -> log.push(
                        Given.with(push(session("poison")), List.of(new NewEvent("session.added", 1, "no json")))));
        assertThatExceptionOfType(InvalidPush.class)
                .isThrownBy(() -> log.push(
                        Given.with(push(session("poison")), List.of(new NewEvent("session.added", 1, "[1]")))));
        assertThat(log.push(push(session("poison")))).isInstanceOf(Pushed.class);
    }

    @Test
    void says_that_it_cannot_answer_while_the_server_is_unknown() {
        try (TestLogs foreign = TestLogs.create()) {
            EventLog unknown = foreign.log();
            unknown.push(push(session("kept")));
            foreign.sql().run(Statement.of("log/withdraw_base", "test"));

            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> unknown.read(LogQuery.builder().build()).toList());
            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> unknown.read(LogQuery.builder()
                                    .instance("i1")
                                    .newestFirst()
                                    .limit(1)
                                    .build())
                            .toList());
            assertThat(unknown.readAggregate(session("kept"), 0))
                    .as("an aggregate has an order of its own")
                    .hasSize(1);
        }
    }

    @Test
    void never_changes_an_event() {
        log.push(push(session("kept")));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> logs.adHoc("DELETE FROM eventstore.events2").run(Statement.of("delete")))
                .withMessageContaining("never changed");
    }

    @Test
    void forgets_old_answers_in_small_transactions() {
        log.push(push(session("purged")));

        assertThat(new PushPurge(logs.sql(), Duration.ofDays(1), 2).runOnce()).isZero();
        assertThat(new PushPurge(logs.sql(), Duration.ZERO, 2).runOnce()).isPositive();
    }
}
