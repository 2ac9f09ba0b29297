package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Expectation.ANY;
import static dev.vesper.eventstore.log.Expectation.NONE;
import static dev.vesper.eventstore.log.Expectation.exactly;
import static dev.vesper.eventstore.log.Given.append;
import static dev.vesper.eventstore.log.Given.id;
import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.PushOutcome.Ended;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.PushOutcome.WrongSequence;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to pushes that travel together, and to those that meet trouble on the way. */
final class LaneTest {
    private static final Map<String, String> ONE_LANE = Map.of(
            "vesper.event-log.lanes", "1",
            "vesper.event-log.batch-lock-timeout", "20s",
            "vesper.event-log.queue-pushes", "16");

    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void pushes_that_wait_travel_together_and_each_succeeds_or_fails_alone() {
        PgEventLog log = log(ONE_LANE);
        Session gate = logs.closeGate();
        var first = Running.push(log, push(session("a"), NONE, 1));
        Running.await("the lane is busy", () -> logs.waitingForLocks() == 1);

        var next = inLine(log, 1, push(session("a"), exactly(1), 2));
        var wrong = inLine(log, 2, push(session("a"), exactly(1), 1));
        var poison = inLine(log, 3, Given.with(push(session("p")), List.of(new NewEvent("session.added", 1, "{"))));
        var other = inLine(log, 4, push(session("b"), NONE, 1));
        gate.close();

        Running.pushed(first);
        assertThat(Running.pushed(next).events())
                .extracting(PushedEvent::sequence)
                .containsExactly(2L, 3L);
        assertThat(wrong.join()).isEqualTo(new WrongSequence(session("a"), 1, 3));
        assertThat(poison)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(InvalidPush.class);
        Running.pushed(other);
        assertThat(log.readAggregate(session("a"), 0)).hasSize(3);
        assertThat(log.readAggregate(session("p"), 0)).isEmpty();
    }

    @Test
    void a_batch_is_one_transaction_in_which_later_pushes_see_earlier_ones() {
        PgEventLog log = log(ONE_LANE);
        Subject subject = new Subject("i1", "session", "c");
        Session gate = logs.closeGate();
        var first = Running.push(log, push(session("busy"), ANY, 1));
        Running.await("the lane is busy", () -> logs.waitingForLocks() == 1);

        var value = new UniqueConstraint.Add("i1", "name", "one", "TAKEN");
        var taking = inLine(log, 1, push(session("c"), NONE, 2).constraining(value));
        var late = inLine(log, 2, push(session("d")).constraining(value));
        var ending = inLine(log, 3, push(session("c"), exactly(2), 1).ending(new Marker(subject, "user")));
        var token = inLine(log, 4, push(session("e")).requiring(new Precondition.NotEnded(subject, 0)));
        Push repeated = push(session("f"), NONE, 1);
        var once = inLine(log, 5, repeated);
        var twice = inLine(log, 6, repeated);
        gate.close();

        Running.pushed(first);
        long position = Running.pushed(taking).position();
        assertThat(late.join()).isEqualTo(new PushOutcome.ConstraintTaken(value));
        assertThat(Running.pushed(ending).position()).isEqualTo(position);
        assertThat(token.join()).isEqualTo(new Ended(subject, position, "user"));
        assertThat(Running.pushed(once)).isEqualTo(Running.pushed(twice));
        assertThat(log.read(LogQuery.builder().build()).filter(event -> event.position() == position))
                .extracting(RecordedEvent::inTxOrder)
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_slow_lock_stalls_only_the_push_that_needs_it() {
        EventLog log = logs.log(TestLogs.SQL, Map.of("vesper.event-log.lanes", "1"));
        Session slowAggregate = logs.holdLock(LockKeys.ofAggregate(session("slow")));

        var slow = Running.push(log, push(session("slow")));
        List<CompletableFuture<PushOutcome>> others = List.of(
                Running.push(log, push(session("x"))),
                Running.push(log, push(session("y"))),
                Running.push(log, push(session("z"))));

        others.forEach(Running::pushed);
        assertThat(slow).isNotDone();
        slowAggregate.close();
        Running.pushed(slow);
    }

    @Test
    void a_full_line_refuses_and_an_impatient_caller_leaves_no_trace() {
        PgEventLog log = log(Map.of(
                "vesper.event-log.lanes", "1",
                "vesper.event-log.queue-pushes", "2",
                "vesper.event-log.batch-lock-timeout", "20s"));
        Session gate = logs.closeGate();
        var first = Running.push(log, push(session("g")));
        Running.await("the lane is busy", () -> logs.waitingForLocks() == 1);

        assertThatExceptionOfType(PushExpired.class)
                .isThrownBy(() -> log.push(push(session("impatient")), Duration.ofMillis(30)));
        var waiting = inLine(log, 2, push(session("h")));
        assertThatExceptionOfType(LogBusy.class).isThrownBy(() -> log.push(push(session("refused"))));
        gate.close();

        Running.pushed(first);
        Running.pushed(waiting);
        assertThat(log.readAggregate(session("impatient"), 0)).isEmpty();
        assertThat(log.readAggregate(session("refused"), 0)).isEmpty();
    }

    @Test
    void a_push_whose_answer_was_lost_is_found_by_its_id_on_another_connection() {
        EventLog log = logs.log(Altered.diesAfterCommit(TestLogs.SQL), Map.of());

        Pushed pushed = (Pushed) log.push(push(session("j"), NONE, 2));

        assertThat(pushed.events()).extracting(PushedEvent::sequence).containsExactly(1L, 2L);
        assertThat(log.readAggregate(session("j"), 0)).hasSize(2);
    }

    @Test
    void a_push_whose_connection_dies_before_its_commit_is_written_on_another_one() {
        PgEventLog log = log(ONE_LANE);
        Session gate = logs.closeGate();
        var push = Running.push(log, push(session("k"), NONE, 1));
        Running.await("its rows are written", () -> logs.waitingForLocks() == 1);

        logs.adHoc("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .run(Statement.of("terminate"));
        gate.close();

        Running.pushed(push);
        assertThat(log.readAggregate(session("k"), 0)).hasSize(1);
    }

    @Test
    void the_same_push_at_two_pods_is_written_once() {
        Push push = Push.of(id(), append(session("m"), ANY, 1), append(session("n"), ANY, 1));

        var one = Running.push(logs.log(), push);
        var other = Running.push(logs.log(), push);

        assertThat(Running.pushed(one)).isEqualTo(Running.pushed(other));
        assertThat(logs.log().readAggregate(session("m"), 0)).hasSize(1);
    }

    @Test
    void an_unknown_server_takes_no_pushes_and_gives_no_order() {
        EventLog log = logs.log();
        log.push(push(session("o")));
        logs.adHoc("UPDATE eventstore.position_base SET timeline = timeline + 1")
                .run(Statement.of("fail over"));
        new LogStart(logs.sql()).check();

        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> log.push(push(session("o"))))
                .withMessageContaining("base");
        assertThat(logs.globalReader(TestLogs.SQL).read(Cursor.START, 10))
                .isEqualTo(new GlobalReader.Page(List.of(), Cursor.START, -1));
    }

    private PgEventLog log(Map<String, String> settings) {
        return (PgEventLog) logs.log(Altered.gatedBeforeCommit(TestLogs.SQL), settings);
    }

    /** @param size of the line, once it is there */
    private static CompletableFuture<PushOutcome> inLine(PgEventLog log, int size, Push push) {
        var waiting = Running.push(log, push);
        Running.await("the push is in line", () -> log.waiting() == size);
        return waiting;
    }
}
