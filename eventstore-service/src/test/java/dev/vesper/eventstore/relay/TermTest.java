package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
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

    @Test
    void the_cursor_is_written_once_per_interval() {
        Cursor before = written();
        log.push(push(session("first"), Expectation.ANY, 1));
        leader.term.runOnce(1);
        assertThat(written()).isEqualTo(before);

        after(Duration.ofMillis(100));
        assertThat(leader.term.runOnce(1)).isNotEqualTo(RelayTerm.Step.DEPOSED);
        assertThat(written()).isGreaterThan(before);
    }

    @Test
    void who_takes_over_before_the_cursor_was_written_repeats_nothing() {
        Cursor before = written();
        IntStream.range(0, 5).forEach(n -> log.push(push(session("s" + n), Expectation.ANY, 2)));
        leader.term.runOnce(1);
        assertThat(written()).isEqualTo(before);

        try (Leader successor = new Leader(relay, logs, 2)) {
            log.push(push(session("s1"), Expectation.ANY, 1));
            successor.term.runOnce(2);
            Audit.relaysAll(relay, log);
        }
    }

    @Test
    void many_events_let_others_gather_and_a_handful_does_not() {
        log.push(push(session("first"), Expectation.ANY, 16));
        assertThat(leader.term.runOnce(1)).isEqualTo(RelayTerm.Step.MOVED_FEW);
        log.push(push(session("first"), Expectation.ANY, 17));
        assertThat(leader.term.runOnce(1)).isEqualTo(RelayTerm.Step.MOVED_SOME);
    }

    @Test
    void pages_of_a_long_way_are_read_ahead_and_none_is_left_out() {
        IntStream.range(0, 5).forEach(n -> log.push(push(session("s" + n), Expectation.ANY, 50)));
        assertThat(leader.term.runOnce(1)).isEqualTo(RelayTerm.Step.MOVED);
        // Behind the page that has been read already.
        log.push(push(session("s1"), Expectation.ANY, 30));
        assertThat(IntStream.range(0, 4).mapToObj(_ -> leader.term.runOnce(1)))
                .endsWith(RelayTerm.Step.IDLE)
                .startsWith(RelayTerm.Step.MOVED);
        Audit.relaysAll(relay, log);
    }

    private Cursor written() {
        Row row = logs.adHoc("SELECT \"position\", in_tx_order FROM eventstore.relay_cursors WHERE shard = 0")
                .run(Statement.of("look"))
                .iterator()
                .next();
        return new Cursor(row.getLong(0), row.getInteger(1));
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
