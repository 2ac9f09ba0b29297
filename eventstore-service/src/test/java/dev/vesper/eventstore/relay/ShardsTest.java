package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.SqlSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each event once and in the order of its key, however many shards there are, and while their number changes. */
@Timeout(90)
final class ShardsTest {
    private static final Map<String, String> QUICK = Map.of("lease-renewal", "50ms", "longest-backoff", "50ms");

    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void pods_share_the_shards_and_each_event_is_relayed_by_one() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            relay.start("one", 3);
            relay.start("two", 3);
            await("each shard has a leader", () -> relay.leaders() == 3);

            IntStream.range(0, 200).forEach(n -> log.push(push(session("s" + n % 40), Expectation.ANY, 1 + n % 3)));

            Audit.relaysAll(relay, log);
            assertThat(relay.leaders()).isEqualTo(3);
        }
    }

    @Test
    void a_shard_without_events_says_that_nothing_is_missing_while_another_has_many() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            relay.start("one", 4);

            IntStream.range(0, 50).forEach(_ -> log.push(push(session("only"), Expectation.ANY, 4)));

            Audit.provesThatAllIsThere(relay, log);
            Audit.relaysAll(relay, log);
        }
    }

    @Test
    void the_number_of_shards_changes_under_load_with_pods_of_both_numbers_beside_each_other() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            try (Load load = new Load(log)) {
                RelayShards one = relay.start("one", 1);
                RelayShards two = relay.start("two", 1);
                settles(relay, load, 1);
                RelayShards three = relay.start("three", 5);
                settles(relay, load, 5);
                one.close();
                // A pod of the old number that starts once more has its way for a while; that is safe, if a nuisance.
                RelayShards again = relay.start("one again", 1);
                settles(relay, load, 1);
                two.close();
                relay.start("four", 5);
                again.close();
                settles(relay, load, 5);
                relay.start("five", 2);
                three.close();
                settles(relay, load, 2);
            }
            Audit.relaysAll(relay, log);
            assertThat(relay.events).hasSizeGreaterThan(500);
        }
    }

    @Test
    void a_leader_of_an_old_layout_whose_transaction_is_open_cannot_finish_it() {
        aLeaderOfAnOldLayoutThatStoppedWritesNothingMore(KillPoint.AFTER_SEND_BEFORE_COMMIT);
    }

    @Test
    void a_leader_of_an_old_layout_that_was_about_to_begin_does_not() {
        aLeaderOfAnOldLayoutThatStoppedWritesNothingMore(KillPoint.AFTER_LEASE_BEFORE_FENCE);
    }

    /** The old pod never looks at lease or layout by itself, so that nothing but the fence and its check can stop it. */
    private void aLeaderOfAnOldLayoutThatStoppedWritesNothingMore(String place) {
        Map<String, String> blind = Map.of("shards", "1", "lease-renewal", "1h", "lease-duration", "10m");
        Stop stop = Stop.at(place);
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("longest-backoff", "50ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 40).forEach(n -> log.push(push(session("s" + n))));
            relay.start(relay.means("old", stop, blind, () -> logs.session(SqlSource.RESOURCES)));
            await("the old leader has stopped at " + place, stop::isReached);

            relay.start("new", 3);
            Audit.relaysAll(relay, log);
            stop.goOn();
            IntStream.range(0, 200).forEach(n -> log.push(push(session("s" + n % 40))));

            Audit.relaysAll(relay, log);
            await("the old leader has given up", () -> stop.isPassed() && relay.leaders() == 3);
            IntStream.range(0, 40).forEach(n -> log.push(push(session("s" + n))));
            Audit.relaysAll(relay, log);
        }
    }

    private static void settles(RelayUnderTest relay, Load load, int shards) {
        await(
                "there are %d shards, each with a leader".formatted(shards),
                () -> relay.shards() == shards && relay.leaders() == shards);
        load.goesOn();
    }

    /** Pushes without a pause from a few threads. */
    private static final class Load implements AutoCloseable {
        private final AtomicInteger pushed = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Load(EventLog log) {
            for (int writer = 0; writer < 2; writer++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        log.push(push(session("s" + pushed.incrementAndGet() % 40)));
                    }
                });
            }
        }

        /** Waits until another hundred are pushed. */
        void goesOn() {
            int soFar = pushed.get();
            await("pushes go on", () -> pushed.get() > soFar + 100);
        }

        @Override
        public void close() {
            over.set(true);
            threads.close();
        }
    }
}
