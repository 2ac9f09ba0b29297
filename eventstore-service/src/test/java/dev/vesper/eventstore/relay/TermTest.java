package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.TestLogs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When partitions get watermarks, step by step and on a clock that the test moves. */
final class TermTest {
    private final TestLogs logs = TestLogs.create();
    private final RelayUnderTest relay = RelayUnderTest.on(logs, Map.of());
    private final EventLog log = logs.log();
    private final Leader leader = new Leader(relay, logs, 1);

    /** All partitions have their first record, and the clock stands where the last one was written. */
    @BeforeEach
    void begin() {
        log.push(push(session("first")));
        leader.term.runOnce(1);
        awaitWatermarks(TestLogs.PARTITIONS - 1);
    }

    @AfterEach
    void stop() {
        leader.close();
        relay.close();
        logs.close();
    }

    @Test
    void while_events_flow_elsewhere_a_silent_partition_waits_for_a_tenth_of_a_second() {
        after(Duration.ofMillis(99));
        log.push(push(session("first"), Expectation.ANY, 3));
        leader.term.runOnce(1);
        assertWatermarks(TestLogs.PARTITIONS - 1);

        after(Duration.ofMillis(1));
        leader.term.runOnce(1);
        awaitWatermarks(2 * (TestLogs.PARTITIONS - 1));
    }

    @Test
    void while_nothing_happens_each_partition_waits_for_a_second() {
        after(Duration.ofMillis(999));
        leader.term.runOnce(1);
        assertWatermarks(TestLogs.PARTITIONS - 1);

        after(Duration.ofMillis(1));
        leader.term.runOnce(1);
        awaitWatermarks(2 * TestLogs.PARTITIONS - 1);
        leader.term.runOnce(1);
        assertWatermarks(2 * TestLogs.PARTITIONS - 1);
    }

    private void after(Duration time) {
        leader.nanoTime.addAndGet(time.toNanos());
    }

    private void awaitWatermarks(int count) {
        await("there are %d watermarks".formatted(count), () -> watermarks() >= count);
        assertWatermarks(count);
    }

    private void assertWatermarks(int count) {
        assertThat(watermarks()).isEqualTo(count);
    }

    private long watermarks() {
        return relay.poll().records.stream().filter(RelayUnderTest::isWatermark).count();
    }
}
