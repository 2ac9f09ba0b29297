package dev.vesper.eventstore.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome.ConstraintTaken;
import dev.vesper.eventstore.log.PushOutcome.Ended;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.PushOutcome.WrongSequence;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody can tell what was archived, but by looking into the tables. */
final class ArchivistTest {
    private static final String OFFLINE = "[\"openid\", \"offline_access\"]";
    private static final String ONLINE = "[\"openid\"]";

    private TestLogs logs;
    private EventLog log;

    @BeforeEach
    void start() {
        logs = TestLogs.create();
        log = logs.log();
    }

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void moves_what_is_finished_and_leaves_the_rest() {
        push("auth_request", "seen", "auth_request.added", "auth_request.succeeded");
        push("notification", "sent", "notification.requested", "notification.sent");
        push("notification", "canceled", "notification.requested", "notification.canceled");
        push("notification", "pending", "notification.requested", "notification.retry.requested");
        grant("ended", "s1", ONLINE, new Marker(new Subject("i1", "oidc_session", "ended"), "revoked"));
        grant("over", "s2", ONLINE, new Marker(new Subject("i1", "session", "s2"), "user"));
        grant("offline", "s3", OFFLINE, new Marker(new Subject("i1", "session", "s3"), "user"));
        grant("live", "s4", ONLINE);
        push("user", "u1", "user.human.added");
        everybodyPassed();

        archivist(Duration.ZERO, TestLogs.SQL).runOnce();

        assertThat(archived()).containsExactlyInAnyOrder("seen", "sent", "canceled", "ended", "over");
    }

    @Test
    void moves_nothing_that_is_young() {
        push("auth_request", "young", "auth_request.added");
        everybodyPassed();

        archivist(Duration.ofDays(1), TestLogs.SQL).runOnce();

        assertThat(archived()).isEmpty();
    }

    @Test
    void moves_nothing_that_somebody_has_yet_to_pass() {
        push("auth_request", "passed", "auth_request.added");
        Pushed half = push("auth_request", "half", "auth_request.added");
        push("auth_request", "half", "auth_request.succeeded");
        everybodyPassed();

        passed("relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)", half);
        archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archived()).containsExactly("passed");

        logs.adHoc("DELETE FROM eventstore.automation_cursors WHERE name = 'b'").run(Statement.of("lag"));
        passed("relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)", last());
        archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archived()).as("one automation has not begun").containsExactly("passed");
    }

    @Test
    void nothing_that_reads_or_pushes_can_tell() {
        var name = new UniqueConstraint.Add("i1", "name", "taken", "TAKEN");
        Subject subject = new Subject("i1", "oidc_session", "g");
        grant("g", "s", ONLINE, new Marker(subject, "revoked"));
        log.push(Push.of(Given.id(), append("notification", "n", "notification.requested"))
                .constraining(name));
        push("notification", "n", "notification.sent");
        IntStream.range(0, 30).forEach(n -> push("auth_request", "a" + n % 7, "auth_request.added"));
        everybodyPassed();
        List<List<RecordedEvent>> before = reads();

        archivist(Duration.ZERO, TestLogs.SQL).runOnce();

        assertThat(archived()).contains("g", "n", "a1");
        assertThat(reads()).isEqualTo(before);
        assertThat(log.latestSequence(id("notification", "n"))).isEqualTo(2);
        assertThat(log.push(Push.of(Given.id(), append(Expectation.NONE, "notification", "n", "notification.sent"))))
                .isEqualTo(new WrongSequence(id("notification", "n"), -1, 2));
        assertThat(log.push(
                        Push.of(Given.id(), append("user", "x", "user.added")).constraining(name)))
                .isEqualTo(new ConstraintTaken(name));
        assertThat(log.push(
                        Push.of(Given.id(), append("user", "x", "user.added")).requiring(new NotEnded(subject, 0))))
                .isInstanceOf(Ended.class);
        push("notification", "n", "notification.canceled");
        assertThat(log.readAggregate(id("notification", "n"), 0))
                .as("goes on where it was")
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_crash_in_between_loses_and_doubles_nothing() {
        push("auth_request", "a", "auth_request.added", "auth_request.succeeded");
        everybodyPassed();
        List<List<RecordedEvent>> before = reads();

        Session gate = logs.closeGate();
        var dying = running(archivist(Duration.ZERO, ArchivistTest::gated));
        Running.await("events are deleted and not yet inserted", () -> logs.waitingForLocks() == 1);
        assertThat(reads()).isEqualTo(before);
        logs.adHoc("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .run(Statement.of("kill"));
        assertThat(dying).failsWithin(Duration.ofSeconds(30));
        gate.close();

        assertThat(archived()).isEmpty();
        assertThat(reads()).isEqualTo(before);
        logs.adHoc("UPDATE eventstore.leases SET expires_at = clock_timestamp()")
                .run(Statement.of("expire"));
        archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archived()).containsExactly("a");
        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void a_reader_that_pages_meanwhile_neither_misses_nor_doubles() {
        IntStream.range(0, 400).forEach(n -> push("auth_request", "a" + n, "auth_request.added"));
        everybodyPassed();
        EventLog paged = logs.log(TestLogs.SQL, Map.of("vesper.event-log.page-events", "9"), CommitListener.NONE);
        List<Cursor> expected = cursors(log.read(LogQuery.builder().build()));
        var inOrder = new Meanwhile(this::throughPages, expected);
        var filtered = new Meanwhile(() -> paged.read(LogQuery.builder().build()), expected);
        var newestFirst = new Meanwhile(
                () -> paged.read(LogQuery.builder().instance("i1").newestFirst().build()), expected.reversed());

        archivist(Duration.ZERO, TestLogs.SQL, () -> {
                    inOrder.step();
                    filtered.step();
                    newestFirst.step();
                })
                .runOnce();

        assertThat(archived()).hasSize(400);
        assertThat(List.of(inOrder, filtered, newestFirst))
                .as("each page was followed by a move, all the way through")
                .allSatisfy(reader -> assertThat(reader.finished).isPositive());
    }

    @Test
    void the_tables_themselves_refuse_every_other_way() {
        push("auth_request", "kept", "auth_request.added");
        everybodyPassed();

        assertRefused("DELETE FROM eventstore.events2");
        assertRefused("UPDATE eventstore.events2 SET creator = 'me'");
        assertRefused("""
                WITH moved AS (DELETE FROM eventstore.events2 RETURNING *)
                INSERT INTO eventstore.archived_events
                SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload,
                    'somebody else', "owner", "position", in_tx_order, partition FROM moved
                """);
        archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archived()).containsExactly("kept");
        assertRefused("DELETE FROM eventstore.archived_events");
        assertRefused("UPDATE eventstore.archived_events SET creator = 'me'");
    }

    private void assertRefused(String statement) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> logs.adHoc(statement).run(Statement.of("tamper")))
                .withMessageContaining("never changed");
    }

    private Archivist archivist(Duration age, SqlSource source) {
        return archivist(age, source, () -> {});
    }

    private Archivist archivist(Duration age, SqlSource source, Runnable afterEachMove) {
        Sql sql = logs.sql(source);
        List<ArchiveRule> rules = ArchiveRule.of(new Ages(age));
        var lease = new Lease(sql, "retention", Given.id().toString(), Duration.ofSeconds(30));
        return new Archivist(sql, lease, new Passed(sql, List.of("a", "b")), rules, 3, (_, _) -> afterEachMove.run());
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

    /** The relay and both automations stand behind the last event, a user's, which nothing archives. */
    private void everybodyPassed() {
        Pushed end = push("user", "last", "user.added");
        logs.adHoc("INSERT INTO eventstore.relay_layouts (first_shard, shards, transactional_ids) VALUES (0, 1, 't')")
                .run(Statement.of("layout"));
        passed("relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)", end);
        passed("automation_cursors (name, epoch, \"position\", in_tx_order) VALUES ('a', 1, %d, 0)", end);
        passed("automation_cursors (name, epoch, \"position\", in_tx_order) VALUES ('b', 1, %d, 0)", end);
    }

    private void passed(String row, Pushed event) {
        String table = row.substring(0, row.indexOf(' '));
        String key = table.startsWith("relay") ? "shard" : "name";
        logs.adHoc("INSERT INTO eventstore." + row.formatted(event.position()) + " ON CONFLICT (" + key
                        + ") DO UPDATE SET \"position\" = excluded.\"position\"")
                .run(Statement.of("pass"));
    }

    private Pushed last() {
        return push("user", "last", "user.changed");
    }

    private Pushed push(String type, String id, String... events) {
        return (Pushed) log.push(Push.of(Given.id(), append(type, id, events)));
    }

    private void grant(String id, String sessionId, String scope, Marker... ends) {
        var added = new NewEvent(
                "oidc_session.added", 1, "{\"sessionID\": \"%s\", \"scope\": %s}".formatted(sessionId, scope));
        Append append = new Append(id("oidc_session", id), "o", "c", Expectation.ANY, List.of(added));
        log.push(Push.of(Given.id(), append).ending(ends));
    }

    private static Append append(String type, String id, String... events) {
        return append(Expectation.ANY, type, id, events);
    }

    private static Append append(Expectation expectation, String type, String id, String... events) {
        return new Append(
                id(type, id),
                "o",
                "c",
                expectation,
                Stream.of(events).map(event -> new NewEvent(event, 1, "{}")).toList());
    }

    private static AggregateId id(String type, String id) {
        return new AggregateId("i1", type, id);
    }

    private List<String> archived() {
        return logs
                .adHoc("SELECT DISTINCT aggregate_id FROM eventstore.archived_events")
                .run(Statement.of("archived"))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<List<RecordedEvent>> reads() {
        return List.of(
                logs.globalReader(TestLogs.SQL).read(Cursor.START, 10_000).events(),
                log.read(LogQuery.builder().newestFirst().build()).toList(),
                log.read(LogQuery.builder()
                                .instance("i1")
                                .eventTypes(List.of("auth_request.added"))
                                .build())
                        .toList(),
                log.readAggregate(id("notification", "n"), 0),
                log.readAggregate(id("auth_request", "a1"), 2));
    }

    /** One page of the global order at a time. */
    private Stream<RecordedEvent> throughPages() {
        var reader = logs.globalReader(TestLogs.SQL);
        return Stream.iterate(
                        reader.read(Cursor.START, 7).events(),
                        page -> !page.isEmpty(),
                        page -> reader.read(page.getLast().cursor(), 7).events())
                .flatMap(List::stream);
    }

    private static List<Cursor> cursors(Stream<RecordedEvent> events) {
        return events.map(RecordedEvent::cursor).toList();
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

    private record Ages(Duration age) implements RetentionSettings {
        @Override
        public Optional<Duration> authRequestAge() {
            return Optional.of(age);
        }

        @Override
        public Optional<Duration> oidcSessionAge() {
            return Optional.of(age);
        }

        @Override
        public Optional<Duration> notificationAge() {
            return Optional.of(age);
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int batchAggregates() {
            return 3;
        }

        @Override
        public Duration leaseDuration() {
            return Duration.ofSeconds(30);
        }
    }
}
