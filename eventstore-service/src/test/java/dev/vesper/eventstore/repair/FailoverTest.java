package dev.vesper.eventstore.repair;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import dev.vesper.backing.EmbeddedPostgres;
import dev.vesper.backing.Standby;
import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Altered;
import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.Precondition;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.repair.Outcome.Kind;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An asynchronous standby takes over without the last commits, which Kafka has. One cluster, two logs on it: the loss of one is
 * repaired, that of the other is accepted.
 */
@Timeout(120)
final class FailoverTest {
    private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");
    private static final long LIMIT_S = 30;
    private static final Map<String, String> PATIENT =
            Map.of("vesper.event-log.batch-lock-timeout", "60s", "vesper.event-log.push-timeout", "60s");

    @TempDir
    static Path directory;

    private static final OneLog RESTORED = new OneLog("restored");
    private static final OneLog FORGOTTEN = new OneLog("forgotten");
    private static final List<OneLog> BOTH = List.of(RESTORED, FORGOTTEN);

    private static Standby standby;

    @BeforeAll
    static void failOver() throws Exception {
        Path data = directory.resolve("primary");
        EmbeddedPostgres primary = EmbeddedPostgres.start(data, 0, FAST);
        for (OneLog each : BOTH) {
            each.create(primary);
        }
        standby = Standby.follow(primary, data, directory.resolve("standby"), FAST);
        for (OneLog each : BOTH) {
            each.pushWhatSurvives();
        }
        standby.awaitCaughtUp();
        standby.cutOff();
        for (OneLog each : BOTH) {
            each.pushWhatIsLost();
        }
        // The order stands still for both while either has an old transaction open.
        for (OneLog each : BOTH) {
            each.relay();
        }
        primary.kill();
        EmbeddedPostgres promoted = standby.promote();
        BOTH.forEach(each -> each.connect(promoted));
    }

    @AfterAll
    static void stop() {
        BOTH.forEach(OneLog::close);
        standby.close();
    }

    @Test
    void lost_events_come_back_from_kafka_to_where_they_stood() {
        RESTORED.assertThatTheStartStops();
        EventLog log = Stage.log(RESTORED.logs());

        Outcome outcome = RESTORED.repair(RepairMode.RESTORE);

        assertThat(outcome.kind()).as(outcome.text()).isEqualTo(Kind.DONE);
        assertThat(outcome.text()).contains("Brought back " + RESTORED.lost.size() + " events");
        assertThat(Stage.all(log)).extracting(RecordedEvent::cursor).containsAll(RESTORED.lost);
        assertThat(RESTORED.repair(RepairMode.RESTORE).text()).contains("nothing to repair");
        assertThat(log.push(withToken())).as("what ended stays ended").isInstanceOf(PushOutcome.Ended.class);

        OneLog.pushSome(log, "later");
        List<RecordedEvent> all = Stage.all(log);
        assertThat(all.getLast().position())
                .isGreaterThan(RESTORED.highestLost().position());
        try (var _ = RESTORED.stage.relay(RESTORED.logs(), "new")) {
            Audit.agree(all, RESTORED.stage.await(all.size()));
        }
    }

    @Test
    void a_loss_that_is_accepted_is_gone_from_the_topic_as_from_the_log() throws Exception {
        FORGOTTEN.assertThatTheStartStops();
        EventLog log = Stage.log(FORGOTTEN.logs());

        Outcome outcome = FORGOTTEN.repair(RepairMode.FORGET);

        assertThat(outcome.kind()).as(outcome.text()).isEqualTo(Kind.DONE);
        assertThat(outcome.text()).contains("delete the topic");
        FORGOTTEN.deleteTopic();

        OneLog.pushSome(log, "later");
        List<RecordedEvent> all = Stage.all(log);
        assertThat(all).extracting(RecordedEvent::cursor).doesNotContainAnyElementsOf(FORGOTTEN.lost);
        assertThat(all.getLast().position())
                .isGreaterThan(FORGOTTEN.highestLost().position());
        try (var _ = FORGOTTEN.stage.relay(FORGOTTEN.logs(), "new")) {
            Audit.agree(all, FORGOTTEN.stage.await(all.size()));
        }
    }

    private static Push withToken() {
        Push push = push(session("minted"));
        return new Push(
                push.pushId(),
                push.appends(),
                List.of(new Precondition.NotEnded(Stage.subject(session("ended")), 0)),
                List.of(),
                List.of());
    }

    /** A log, its topic, and what is known of both from before the failover. */
    private static final class OneLog {
        private final String name;
        private final Stage stage = new Stage(Backing.bootstrapServers());
        private final List<Cursor> survived = new ArrayList<>();
        private final List<Cursor> lost = new ArrayList<>();
        private final Deque<TestLogs> servers = new ArrayDeque<>();
        private final Deque<Session> gates = new ArrayDeque<>();
        private CompletableFuture<Pushed> straddling = new CompletableFuture<>();

        OneLog(String name) {
            this.name = name;
        }

        void create(EmbeddedPostgres primary) {
            primary.createDatabase(name);
            servers.push(TestLogs.on(TestLogs.migrate(database(primary)), Map.of()));
            Stage.createOthers(logs());
            survived.addAll(cursors((Pushed) Stage.log(logs()).push(push(session("first")))));
            try (var _ = stage.relay(logs(), "older")) {
                stage.await(1);
            }
        }

        /** One push draws its id here and commits after the cut, so that what is lost begins below what is not. */
        void pushWhatSurvives() {
            TestLogs before = logs();
            gates.push(before.closeGate());
            EventLog gated = before.log(Altered.gatedBeforeCommit(SqlSource.RESOURCES), PATIENT, CommitListener.NONE);
            straddling = CompletableFuture.supplyAsync(
                    () -> (Pushed) gated.push(push(session("straddles"))), Executors.newVirtualThreadPerTaskExecutor());
            Running.await("one push has drawn its id", () -> before.waitingForLocks() == 1);
            EventLog log = Stage.log(before);
            survived.addAll(pushSome(log, "a"));
            survived.addAll(cursors((Pushed) log.push(push(session("ended"), Expectation.NONE, 2))));
        }

        void pushWhatIsLost() throws Exception {
            gates.pop().close();
            lost.addAll(cursors(straddling.get(LIMIT_S, TimeUnit.SECONDS)));
            EventLog log = Stage.log(logs());
            lost.addAll(pushSome(log, "a"));
            lost.addAll(cursors((Pushed) log.push(push(session("ended"), Expectation.exactly(2), 1))));
            assertThat(lost.getFirst()).isLessThan(survived.getLast());
        }

        void relay() {
            try (var _ = stage.relay(logs(), "old")) {
                stage.await(survived.size() + lost.size());
            }
            logs().close();
        }

        void connect(EmbeddedPostgres promoted) {
            servers.push(TestLogs.on(database(promoted), Map.of()));
        }

        void assertThatTheStartStops() {
            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> Stage.log(logs()).push(push(session("too early"))));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new BaseWatch(stage.repair(logs(), Map.of())).requireNothingLost())
                    .withMessageContaining("LOST: " + lost.size() + " events")
                    .withMessageContaining(
                            Places.text(lost.getFirst()) + "  session.added  sequence 1 of i1/session/straddles")
                    .withMessageContaining("VESPER_REPAIR_MODE=restore");
            assertThatExceptionOfType(LogUnavailable.class)
                    .as("no order is shown, and nobody is told that there is nothing")
                    .isThrownBy(() -> Stage.all(Stage.log(logs())));
        }

        Outcome repair(RepairMode mode) {
            return stage.repair(logs(), Map.of()).run(mode);
        }

        Cursor highestLost() {
            return lost.stream().max(Cursor::compareTo).orElseThrow();
        }

        /** On the server of now. */
        TestLogs logs() {
            return servers.getFirst();
        }

        void deleteTopic() throws Exception {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.bootstrapServers()))) {
                admin.deleteTopics(List.of(stage.topic.name())).all().get(LIMIT_S, TimeUnit.SECONDS);
            }
        }

        void close() {
            logs().close();
        }

        static List<Cursor> pushSome(EventLog log, String kind) {
            return IntStream.range(0, 30)
                    .mapToObj(n -> (Pushed) log.push(push(session(kind + n % 4), Expectation.ANY, 1)))
                    .flatMap(pushed -> cursors(pushed).stream())
                    .toList();
        }

        private Database database(EmbeddedPostgres server) {
            return new Database("127.0.0.1", server.port(), name, "postgres", "postgres");
        }

        private static List<Cursor> cursors(Pushed pushed) {
            return pushed.events().stream()
                    .map(event -> new Cursor(pushed.position(), event.inTxOrder()))
                    .toList();
        }
    }
}
