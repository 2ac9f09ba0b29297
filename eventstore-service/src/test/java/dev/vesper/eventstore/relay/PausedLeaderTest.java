package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static dev.vesper.eventstore.relay.RelayUnderTest.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A leader whose whole process is stopped by SIGSTOP, loses its lease to another, and wakes up late. Wherever it was, it
 * writes nothing more, neither to the topic nor to its cursor.
 */
@Timeout(90)
final class PausedLeaderTest {
    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KillPoint.AFTER_LEASE_BEFORE_FENCE,
                KillPoint.AFTER_SEND_BEFORE_COMMIT,
                KillPoint.AFTER_COMMIT_BEFORE_CURSOR
            })
    void wakes_up_late_and_writes_nothing_more(String place) throws Exception {
        boolean beginning = place.equals(KillPoint.AFTER_LEASE_BEFORE_FENCE);
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("lease-renewal", "100ms"));
                OtherPod old = OtherPod.start(logs.uri(), relay.topic, beginning ? place : "")) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            pushSome(log);
            if (!beginning) {
                Audit.relaysAll(relay, log);
                old.say(RelayProcess.WAIT_AT + place, "UNDERSTOOD");
                pushSome(log);
            }
            old.awaitLine("WAITS AT " + place);
            old.signal("STOP");
            assertThat(holder()).isEqualTo("process");

            relay.start("successor", NOWHERE);
            await("another has taken over", () -> relay.leaders() == 1);
            pushSome(log);
            Audit.relaysAll(relay, log);
            assertThat(holder()).isEqualTo("successor");

            old.signal("CONT");
            old.write(RelayProcess.GO_ON);
            // While the old one finds out, there is more to be relayed, which it must not touch.
            pushSome(log);
            await("the old one gives up", () -> {
                pushSome(log);
                return old.hasSaid(RelayProcess.GAVE_UP);
            });
            assertThat(old.hasSaid(RelayProcess.WRITES)).isFalse();
            pushSome(log);
            Audit.relaysAll(relay, log);
            await("the cursor is the lease's holder's", () -> cursorEpoch() == leaseEpoch());
            assertThat(holder()).isEqualTo("successor");
        }
    }

    private static void pushSome(EventLog log) {
        IntStream.range(0, 20).forEach(n -> log.push(push(session("s" + n), Expectation.ANY, 2)));
    }

    private String holder() {
        return one("SELECT holder FROM eventstore.leases WHERE name = 'relay-0'")
                .getString(0);
    }

    private long leaseEpoch() {
        return one("SELECT epoch FROM eventstore.leases WHERE name = 'relay-0'").getLong(0);
    }

    private long cursorEpoch() {
        return one("SELECT epoch FROM eventstore.relay_cursors WHERE shard = 0").getLong(0);
    }

    private Row one(String query) {
        return logs.adHoc(query).run(Statement.of("look")).iterator().next();
    }
}
