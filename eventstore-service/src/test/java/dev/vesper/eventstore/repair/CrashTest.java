package dev.vesper.eventstore.repair;

import static dev.vesper.eventstore.log.Given.append;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import dev.vesper.backing.EmbeddedPostgres;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.Running;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.repair.Stage.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL dies many times while many push. Each time it forgets transaction ids that were drawn and never written down, and
 * gives them out once more; whoever had trusted such an id would pass over the event that gets it next.
 */
@Timeout(120)
final class CrashTest {
    /** The disk of this machine does not fail with the process, so nothing need wait for it. */
    private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");

    private static final int DEATHS = 5;
    private static final int WRITERS = 8;
    private static final int FORGOTTEN_IDS = 20_000;
    private static final int PUSHES_PER_LIFE = 40;

    @TempDir
    Path directory;

    private final Stage stage = new Stage(Backing.bootstrapServers());
    private final Queue<Cursor> answered = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void nothing_that_anybody_trusted_is_given_out_again_after_a_crash() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(directory, 0, FAST);
        server.createDatabase("log");
        int port = server.port();
        Database database = TestLogs.migrate(new Database("127.0.0.1", port, "log", "postgres", "postgres"));
        try (TestLogs logs = TestLogs.on(database, Map.of());
                var _ = stage.relay(logs, "survivor");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            EventLog log = Stage.log(logs);
            List<?> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> pushUntilEnough(log, writer)))
                    .toList();
            for (int death = 0; death < DEATHS; death++) {
                awaitProgress();
                Stage.drawIdsThatNobodyWritesDown(database, FORGOTTEN_IDS);
                awaitWatermarks();
                server.kill();
                server = EmbeddedPostgres.start(directory, port, FAST);
            }
            awaitProgress();
            enough.countDown();
            assertThat(writers).hasSize(WRITERS);
        }
        audit(database);
        server.close();
    }

    private void audit(Database database) {
        try (TestLogs logs = TestLogs.on(database, Map.of());
                var _ = stage.relay(logs, "auditor")) {
            var all = Stage.all(Stage.log(logs));
            List<Found> topic = stage.await(all.size());
            Audit.agree(all, topic);
            assertThat(answered).doesNotHaveDuplicates();
            assertThat(all.stream().map(event -> event.cursor())).containsAll(answered);
        }
    }

    /** Each answer comes from the push itself or from a repetition of it, whichever gets through. */
    private void pushUntilEnough(EventLog log, int writer) {
        for (int n = 0; enough.getCount() > 0; n++) {
            Push push = Push.of(Given.id(), append(session("w" + (writer + n) % 5), Expectation.ANY, 1));
            Pushed pushed = untilAnswered(log, push);
            pushed.events().forEach(event -> answered.add(new Cursor(pushed.position(), event.inTxOrder())));
        }
    }

    private static Pushed untilAnswered(EventLog log, Push push) {
        while (true) {
            try {
                return (Pushed) log.push(push);
            } catch (LogException unknown) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
    }

    private void awaitProgress() {
        int before = answered.size();
        Running.await("pushes are answered", () -> answered.size() >= before + PUSHES_PER_LIFE);
    }

    /** The relay has looked at the log since, so a place above the last event would be in the topic by now. */
    private void awaitWatermarks() {
        long before = watermarks();
        Running.await("watermarks are written", () -> watermarks() > before + TestLogs.PARTITIONS);
    }

    private long watermarks() {
        return stage.records().stream().filter(Found::watermark).count();
    }
}
