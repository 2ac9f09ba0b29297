package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.relay.RelayUnderTest.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.TestLogs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pushing waits for nothing that the relay does. */
@Timeout(90)
final class SlowBrokerTest {
    private static final int CALLERS = 8;
    private static final int PUSHES = 400;

    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void pushes_are_all_answered_while_the_broker_answers_nothing(@TempDir Path data) throws Exception {
        try (HeldProxy proxy = new HeldProxy()) {
            int port = freePort();
            proxy.passTo(port);
            try (EmbeddedKafka _ = EmbeddedKafka.start(data, port, behind(proxy));
                    RelayUnderTest relay =
                            new RelayUnderTest(logs, "127.0.0.1:" + proxy.port(), Map.of("longest-backoff", "100ms"))) {
                EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
                relay.start("one", NOWHERE);
                log.push(push(session("a"), Expectation.ANY, 3));
                Audit.relaysAll(relay, log);

                proxy.hold();
                List<PushOutcome> outcomes = pushAll(log);

                assertThat(outcomes).hasSize(PUSHES).allMatch(PushOutcome.Pushed.class::isInstance);
                assertThat(proxy.heldBytes())
                        .as("the relay is waiting for the broker")
                        .isPositive();
                assertThat(relay.events).hasSize(3);
                proxy.letGo();
                Audit.relaysAll(relay, log);
            }
        }
    }

    /** The broker tells its clients to come to the proxy; it listens where it did. */
    private static Map<String, String> behind(HeldProxy proxy) {
        return Map.of("advertised.listeners", "PLAINTEXT://127.0.0.1:" + proxy.port());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<PushOutcome> pushAll(EventLog log) throws Exception {
        List<Future<PushOutcome>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            Random random = new Random(20261120);
            for (int n = 0; n < PUSHES; n++) {
                var push = n % 20 == 0
                        ? LargeEvents.push(random, "large" + n, 2, 100_000)
                        : push(session("s" + n % 40), Expectation.ANY, 2);
                answers.add(callers.submit(() -> log.push(push)));
            }
        }
        List<PushOutcome> outcomes = new ArrayList<>();
        for (Future<PushOutcome> answer : answers) {
            outcomes.add(answer.get());
        }
        return outcomes;
    }
}
