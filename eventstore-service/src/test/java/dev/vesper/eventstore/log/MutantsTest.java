package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Given.append;
import static dev.vesper.eventstore.log.Given.id;
import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The four rules that promise 1 hangs on, each shown by a race that is played out step by step, once as the log is and once
 * with the rule removed: the check must hold there and fail here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MutantsTest {
    private static final Map<String, String> PATIENT =
            Map.of("vesper.event-log.single-lock-timeout", "20s", "vesper.event-log.batch-lock-timeout", "20s");

    private TestLogs logs;

    @BeforeAll
    void start() {
        logs = TestLogs.create();
    }

    @AfterAll
    void stop() {
        logs.close();
    }

    @Test
    void the_horizon_keeps_readers_behind_open_transactions() {
        holdsButNotFor(this::aReaderMeetsACommitThatComesLate, Altered::withoutHorizon);
    }

    @Test
    void locks_before_the_transaction_id_keep_an_aggregate_in_order() {
        holdsButNotFor(this::aPushWaitsForALockWhileAnotherOvertakesIt, Altered::locksAfterTransactionId);
    }

    @Test
    void the_head_row_refuses_what_would_break_the_order() {
        logs.adHoc("ALTER TABLE eventstore.heads DISABLE TRIGGER heads_rise").run(Statement.of("disable"));
        try {
            holdsButNotFor(this::aPushWaitsForALockWhileAnotherOvertakesIt, Altered::locksAfterTransactionId);
        } finally {
            logs.adHoc("ALTER TABLE eventstore.heads ENABLE TRIGGER heads_rise").run(Statement.of("enable"));
        }
    }

    @Test
    void shared_locks_keep_what_a_push_relies_on() {
        holdsButNotFor(this::aSessionEndsWhileATokenIsMinted, Altered::withoutSharedLocks);
    }

    @Test
    void the_order_within_a_transaction_keeps_pages_whole() {
        holdsButNotFor(this::aPageEndsInTheMiddleOfATransaction, Altered::withoutInTxOrder);
    }

    private void holdsButNotFor(Consumer<SqlSource> check, UnaryOperator<SqlSource> mutation) {
        check.accept(TestLogs.SQL);
        assertThatExceptionOfType(AssertionError.class)
                .as("the mutant is caught")
                .isThrownBy(() -> check.accept(mutation.apply(TestLogs.SQL)));
    }

    private void aReaderMeetsACommitThatComesLate(SqlSource sql) {
        EventLog slow = logs.log(Altered.gatedBeforeCommit(sql), PATIENT);
        Tail tail = new Tail(logs.globalReader(sql), 10);
        tail.readToEnd();
        List<Cursor> committed = new ArrayList<>(seenSoFar());

        Session gate = logs.closeGate();
        var late = Running.push(slow, push(session(id().toString())));
        Running.await("the older transaction is at the gate", () -> logs.waitingForLocks() == 1);
        committed.addAll(Tail.cursors((Pushed) logs.log(sql, PATIENT).push(push(session(id().toString())))));
        tail.readToEnd();
        gate.close();

        committed.addAll(Tail.cursors(Running.pushed(late)));
        tail.readToEnd();
        tail.assertSawExactly(committed);
    }

    private void aPushWaitsForALockWhileAnotherOvertakesIt(SqlSource sql) {
        EventLog log = logs.log(sql, PATIENT);
        List<AggregateId> byLockOrder = Stream.of(session(id().toString()), session(id().toString()))
                .sorted(Comparator.comparing(LockKeys::ofAggregate))
                .toList();
        AggregateId first = byLockOrder.getFirst();
        AggregateId last = byLockOrder.getLast();

        Session holder = logs.holdLock(LockKeys.ofAggregate(first));
        var waiting =
                Running.push(log, Push.of(id(), append(first, Expectation.ANY, 1), append(last, Expectation.ANY, 1)));
        Running.await("the push waits for its first lock", () -> logs.waitingForLocks() == 1);
        Pushed overtaking = (Pushed) logs.log(sql, PATIENT).push(push(last));
        holder.close();

        assertThat(Running.pushed(waiting).position()).isGreaterThan(overtaking.position());
    }

    private void aSessionEndsWhileATokenIsMinted(SqlSource sql) {
        Subject ending = new Subject("i1", "session", id().toString());
        EventLog minting = logs.log(Altered.gatedBeforeWrite(sql), PATIENT);

        Session gate = logs.closeGate();
        var token = Running.push(minting, push(session(id().toString())).requiring(new NotEnded(ending, 0)));
        Running.await("the token is decided", () -> logs.waitingForLocks() == 1);
        var end =
                Running.push(logs.log(sql, PATIENT), push(session(ending.id())).ending(new Marker(ending, "user")));
        Running.await("the end is written or waits", () -> end.isDone() || logs.waitingForLocks() == 2);
        gate.close();

        assertThat(Running.pushed(token).position())
                .isLessThan(Running.pushed(end).position());
    }

    private void aPageEndsInTheMiddleOfATransaction(SqlSource sql) {
        logs.log(sql, PATIENT).push(push(session(id().toString()), Expectation.NONE, 5));

        Tail tail = new Tail(logs.globalReader(sql), 2);
        tail.readToEnd();
        tail.assertSawExactly(seenSoFar());
    }

    private List<Cursor> seenSoFar() {
        return logs.log()
                .read(LogQuery.builder().build())
                .map(RecordedEvent::cursor)
                .toList();
    }
}
