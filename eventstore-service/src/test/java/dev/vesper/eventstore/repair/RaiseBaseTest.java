package dev.vesper.eventstore.repair;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Altered;
import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The base may be raised while pushes are under way, and no reader of the order notices. */
final class RaiseBaseTest {
    private static final long BASE = 1_000_000;
    private static final long LIMIT_S = 30;
    private static final Map<String, String> PATIENT =
            Map.of("vesper.event-log.batch-lock-timeout", "60s", "vesper.event-log.push-timeout", "60s");

    private final TestLogs logs = TestLogs.create();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        logs.close();
    }

    @Test
    void a_push_under_way_ends_before_the_base_changes_and_is_seen() throws Exception {
        Seen seen = raiseAroundAPush();

        assertThat(seen.before()).isEmpty();
        assertThat(seen.after()).hasSize(2);
        assertThat(seen.after().getFirst().position()).isLessThan(BASE);
        assertThat(seen.after().getLast().position()).isGreaterThan(BASE);
    }

    @Test
    void without_the_lock_a_reader_would_pass_over_it() throws Exception {
        logs.adHoc("CREATE OR REPLACE FUNCTION eventstore.lock_base() RETURNS VOID LANGUAGE plpgsql AS 'BEGIN END'")
                .run(Statement.of("mutate"));

        Seen seen = raiseAroundAPush();

        assertThat(seen.before()).hasSize(1);
        assertThat(seen.after())
                .as("the first push is below what the reader has passed")
                .isEmpty();
    }

    @Test
    void a_base_is_never_lowered_and_each_change_is_on_record() {
        RaiseBase raise = new RaiseBase(logs.session(SqlSource.RESOURCES), _ -> Optional.empty());

        assertThat(raise.to(BASE, "first", Cursor.START, List.of())).isTrue();
        assertThat(raise.to(BASE - 1, "second", Cursor.START, List.of())).isFalse();

        assertThat(logs.adHoc("SELECT base, reason FROM eventstore.base_changes")
                        .run(Statement.of("read")))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row.getLong(0)).isEqualTo(BASE));
    }

    /** One push has read the base when the raise comes; another one comes behind the raise, and a reader reads. */
    private Seen raiseAroundAPush() throws Exception {
        Session gate = logs.closeGate();
        EventLog gated = logs.log(Altered.gatedBeforeWrite(SqlSource.RESOURCES), PATIENT, CommitListener.NONE);
        CompletableFuture<PushOutcome> first =
                CompletableFuture.supplyAsync(() -> gated.push(push(session("first"))), threads);
        Running.await("the first push has read the base", () -> logs.waitingForLocks() == 1);

        Session raising = logs.session(SqlSource.RESOURCES);
        CompletableFuture<Boolean> raise = CompletableFuture.supplyAsync(
                () -> new RaiseBase(raising, _ -> Optional.empty()).to(BASE, "test", Cursor.START, List.of()), threads);
        Running.await("the raise waits for the push, or is through", () -> waitingForTables() > 0 || raise.isDone());
        List<RecordedEvent> before = List.of();
        if (raise.isDone()) {
            logs.log().push(push(session("second")));
            before = read(Cursor.START);
        }
        gate.close();
        assertThat(first.get(LIMIT_S, TimeUnit.SECONDS)).isInstanceOf(PushOutcome.Pushed.class);
        assertThat(raise.get(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        if (before.isEmpty()) {
            logs.log().push(push(session("second")));
        }
        Cursor reached = before.isEmpty() ? Cursor.START : before.getLast().cursor();
        return new Seen(before, read(reached));
    }

    private List<RecordedEvent> read(Cursor after) {
        return logs.globalReader(SqlSource.RESOURCES).read(after, 10).events();
    }

    private long waitingForTables() {
        return logs.adHoc("SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .run(Statement.of("count"))
                .iterator()
                .next()
                .getLong(0);
    }

    private record Seen(List<RecordedEvent> before, List<RecordedEvent> after) {}
}
