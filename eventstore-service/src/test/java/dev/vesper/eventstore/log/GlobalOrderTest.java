package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.sql.SqlSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 1 of the design under load: a reader that tails the log while many write sees every event exactly once. */
final class GlobalOrderTest {
    private static final long SEED = 20261120;
    private static final long LONGEST_S = 60;

    private final TestLogs logs = TestLogs.create();
    private final Collection<Cursor> committed = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(SEED);

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void sixteen_writers_with_random_delays_and_rollbacks() throws Exception {
        List<EventLog> pods = pods(Altered.delayedAndRolledBackAtTimes(TestLogs.SQL));

        tailWhile(16, writer -> {
            for (int n = 0; n < 30; n++) {
                push(pods.get(writer % pods.size()), Given.push(anyAggregate(), Expectation.ANY, 1 + upTo(3)));
            }
        });
        assertThat(committed).hasSizeGreaterThan(16 * 30);
    }

    @Test
    void sixty_four_writers_on_one_hot_aggregate() throws Exception {
        List<EventLog> pods = pods(TestLogs.SQL);

        tailWhile(64, writer -> {
            for (int n = 0; n < 20; n++) {
                push(pods.get(writer % pods.size()), Given.push(session("hot"), Expectation.ANY, 1));
            }
        });
        assertThat(committed).hasSize(64 * 20);
    }

    private void tailWhile(int writers, IntConsumer work) throws Exception {
        Tail tail = new Tail(logs.globalReader(TestLogs.SQL), 7);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>(IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit(() -> work.accept(writer)))
                    .toList());
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                tail.step();
            }
            for (Future<?> writer : running) {
                writer.get(LONGEST_S, TimeUnit.SECONDS);
            }
        }
        tail.readToEnd();
        tail.assertSawExactly(committed);
    }

    /** What the database refuses was rolled back, and must never be seen. */
    private void push(EventLog log, Push push) {
        try {
            committed.addAll(Tail.cursors((Pushed) log.push(push)));
        } catch (InvalidPush rolledBack) {
            assertThat(rolledBack).hasMessageContaining("division by zero");
        }
    }

    private List<EventLog> pods(SqlSource sql) {
        Map<String, String> patient = Map.of("vesper.event-log.push-timeout", "60s");
        return List.of(logs.log(sql, patient), logs.log(sql, patient));
    }

    private AggregateId anyAggregate() {
        return session("s" + upTo(40));
    }

    private int upTo(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }
}
