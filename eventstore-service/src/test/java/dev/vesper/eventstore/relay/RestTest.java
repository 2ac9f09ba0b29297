package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static dev.vesper.eventstore.relay.RelayUnderTest.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A relay without work asks for little. Each test waits until so much was asked for, and finds that no less time went by than
 * the pauses between take; a slow machine takes longer.
 */
@Timeout(90)
final class RestTest {
    private final TestLogs logs = TestLogs.create();
    private final AtomicInteger statements = new AtomicInteger();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void an_idle_leader_looks_at_the_log_once_per_longest_poll() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            log.push(push(session("a")));
            relay.start(relay.means("one", NOWHERE, Map.of(), this::counting));
            Audit.provesThatAllIsThere(relay, log);

            // Pauses grow from 2 ms to 20 ms within five looks; beside looks there are a renewal and the layout every 2
            // s.
            assertThat(timeOfStatements(60)).isGreaterThan(Duration.ofMillis(20 * (60 - 5 - 4)));
        }
    }

    @Test
    void a_pod_that_leads_nothing_asks_for_its_lease_once_per_renewal() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("lease-renewal", "200ms"))) {
            relay.start("one", NOWHERE);
            await("one leads", () -> relay.leaders() == 1);
            relay.start(relay.means("two", NOWHERE, Map.of(), this::counting));

            // Both the lease and the layout are asked for; each time the lease is, over a connection that is opened for
            // it.
            assertThat(timeOfStatements(12)).isGreaterThan(Duration.ofMillis(200 * (12 / 2 - 2)));
        }
    }

    private Duration timeOfStatements(int count) {
        int before = statements.get();
        long start = System.nanoTime();
        await("%d statements were sent".formatted(count), () -> statements.get() >= before + count);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Sessions look up the text of each statement that they send. */
    private Session counting() {
        return logs.session(name -> {
            statements.incrementAndGet();
            return SqlSource.RESOURCES.text(name);
        });
    }
}
