package dev.vesper.eventstore.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While events move from one table to the other, whatever dies, each stands in one of them. */
final class MovingTest {
    private Archive archive;

    @BeforeEach
    void start() {
        archive = new Archive();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    @Test
    void a_crash_in_between_loses_and_doubles_nothing() {
        archive.push("auth_request", "a", "auth_request.added", "auth_request.succeeded");
        archive.everybodyPassed();
        List<List<RecordedEvent>> before = archive.reads();

        Session gate = archive.logs.closeGate();
        var dying = running(archive.archivist(Duration.ZERO, MovingTest::gated));
        Running.await("events are deleted and not yet inserted", () -> archive.logs.waitingForLocks() == 1);
        assertThat(archive.reads()).isEqualTo(before);
        archive.logs
                .adHoc("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .run(Statement.of("kill"));
        assertThat(dying).failsWithin(Duration.ofSeconds(30));
        gate.close();

        assertThat(archive.archived()).isEmpty();
        assertThat(archive.reads()).isEqualTo(before);
        archive.logs
                .adHoc("UPDATE eventstore.leases SET expires_at = clock_timestamp()")
                .run(Statement.of("expire"));
        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archive.archived()).containsExactly("a");
        assertThat(archive.reads()).isEqualTo(before);
    }

    @Test
    void a_reader_that_pages_meanwhile_neither_misses_nor_doubles() {
        IntStream.range(0, 400).forEach(n -> archive.push("auth_request", "a" + n, "auth_request.added"));
        archive.everybodyPassed();
        EventLog paged = archive.smallPages;
        List<Cursor> expected =
                Archive.cursors(archive.log.read(LogQuery.builder().build()));
        var inOrder = new Meanwhile(archive::throughPages, expected);
        var filtered = new Meanwhile(() -> paged.read(LogQuery.builder().build()), expected);
        var newestFirst = new Meanwhile(
                () -> paged.read(LogQuery.builder().instance("i1").newestFirst().build()), expected.reversed());

        archive.archivist(Duration.ZERO, TestLogs.SQL, () -> {
                    inOrder.step();
                    filtered.step();
                    newestFirst.step();
                })
                .runOnce();

        assertThat(archive.archived()).hasSize(400);
        assertThat(List.of(inOrder, filtered, newestFirst))
                .as("each page was followed by a move, all the way through")
                .allSatisfy(reader -> assertThat(reader.finished).isPositive());
    }

    private static CompletableFuture<Void> running(Archivist archivist) {
        return CompletableFuture.runAsync(archivist::runOnce, Executors.newVirtualThreadPerTaskExecutor());
    }

    private static String gated(String asked) {
        String text = TestLogs.SQL.text(asked);
        return asked.equals("retention/archive_aggregates")
                ? text + " WHERE pg_advisory_xact_lock_shared(4711)::text IS NOT NULL"
                : text;
    }

    /** A reader that goes on by a few events between two moves, and starts anew when it is through. */
    private static final class Meanwhile {
        private final Supplier<Stream<RecordedEvent>> read;
        private final List<Cursor> expected;
        private final List<Cursor> seen = new ArrayList<>();
        private Iterator<RecordedEvent> events = Collections.emptyIterator();
        private int finished = -1;

        Meanwhile(Supplier<Stream<RecordedEvent>> read, List<Cursor> expected) {
            this.read = read;
            this.expected = expected;
        }

        void step() {
            for (int i = 0; i < 5 && events.hasNext(); i++) {
                seen.add(events.next().cursor());
            }
            if (!events.hasNext()) {
                assertThat(finished < 0 ? expected : seen).isEqualTo(expected);
                finished++;
                seen.clear();
                events = read.get().iterator();
            }
        }
    }
}
