package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.TestLogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every committed event reaches the topic once and in the order of its key, whatever happens to leaders and brokers. */
@Timeout(90)
final class RelayTest {
    private static final KillPoint NOWHERE = _ -> {};

    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void relays_each_event_once_with_all_that_a_reader_needs() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 50).forEach(n -> log.push(push(session("s" + n % 10), Expectation.ANY, 1 + n % 3)));

            relay.start("one", NOWHERE);

            assertRelaysAll(relay, log);
            assertThat(relay.poll().events.getFirst().payload()).isEqualToIgnoringWhitespace("{\"n\":1}");
        }
    }

    @Test
    void an_event_is_there_moments_after_its_push() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("vesper.relay.longest-poll", "10s"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            log.push(push(session("first")));
            relay.start("one", NOWHERE);
            assertRelaysAll(relay, log);

            for (int n = 0; n < 20; n++) {
                log.push(push(session("next" + n)));
            }

            assertRelaysAll(relay, log);
        }
    }

    @Test
    void secrets_stay_behind() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            var code = new NewEvent(
                    "auth_request.code.added",
                    1,
                    "{\"hashedCode\":\"c2VjcmV0\",\"expiresAt\":\"2026-11-20T00:00:00Z\"}");
            log.push(Push.of(
                    Given.id(),
                    new Append(new AggregateId("i1", "auth_request", "a"), "o", "c", Expectation.NONE, List.of(code))));

            relay.start("one", NOWHERE);

            assertRelaysAll(relay, log);
            assertThat(relay.events.getFirst().payload()).doesNotContain("c2VjcmV0");
        }
    }

    @Test
    void silent_partitions_get_watermarks_that_promise_no_more_than_was_relayed() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            relay.start("one", NOWHERE);
            log.push(push(session("only")));

            await("all partitions have a record", () -> partitions(relay.poll()) == TestLogs.PARTITIONS);

            Cursor last = last(log);
            relay.records.stream()
                    .filter(found -> KafkaRecords.isWatermark(name -> RelayUnderTest.header(found, name)))
                    .map(found -> KafkaRecords.cursor(name -> RelayUnderTest.header(found, name)))
                    .forEach(watermark -> assertThat(watermark).isLessThanOrEqualTo(last));
        }
    }

    @Test
    void a_leader_that_dies_between_the_topic_and_its_cursor_repeats_nothing() {
        AtomicInteger deaths = new AtomicInteger();
        KillPoint fiveTimes = _ -> {
            if (deaths.incrementAndGet() <= 5) {
                throw new KafkaException("died, as the test wants it");
            }
        };
        try (RelayUnderTest relay = RelayUnderTest.on(
                logs, Map.of("vesper.relay.batch-events", "7", "vesper.relay.longest-backoff", "10ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 20).forEach(n -> log.push(push(session("s" + n % 5), Expectation.ANY, 4)));

            relay.start("one", fiveTimes);

            assertRelaysAll(relay, log);
            assertThat(deaths).hasValueGreaterThan(5);
        }
    }

    @Test
    void a_fenced_leader_writes_nothing_any_more_and_its_successor_goes_on_after_it() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log();
            String topicId = relay.topic.ensure();
            log.push(push(session("a"), Expectation.ANY, 3));
            try (Leader old = new Leader(relay, logs, topicId, 1)) {
                old.term.runOnce(1);
                log.push(push(session("a"), Expectation.ANY, 2));

                try (Leader successor = new Leader(relay, logs, topicId, 2)) {
                    assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> old.term.runOnce(1));
                    successor.term.runOnce(2);
                    log.push(push(session("b")));
                    successor.term.runOnce(2);
                    assertThat(old.cursor.move(1, Cursor.START)).isFalse();
                }
            }
            assertRelaysAll(relay, log);
        }
    }

    @Test
    void a_topic_that_is_ahead_of_the_log_is_not_written_to() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            LostCommits lost = new LostCommits(logs.sql());
            lost.check(relay.topic, Cursor.START);
            EventLog log = logs.log();
            log.push(push(session("a"), Expectation.ANY, 3));
            Cursor last = last(log);

            lost.check(relay.topic, last);

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> lost.check(relay.topic, new Cursor(last.position() + 1, 0)))
                    .withMessageContaining("commits were lost");
        }
    }

    @Test
    void another_pod_takes_over_when_the_leader_is_gone() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("vesper.relay.lease-renewal", "100ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            log.push(push(session("a"), Expectation.ANY, 3));
            Relay one = relay.start("one", NOWHERE);
            assertRelaysAll(relay, log);
            relay.start("two", NOWHERE);
            log.push(push(session("a"), Expectation.ANY, 3));
            assertRelaysAll(relay, log);

            one.close();
            log.push(push(session("a"), Expectation.ANY, 3));

            assertRelaysAll(relay, log);
        }
    }

    @Test
    void pushes_go_on_while_the_broker_is_away_and_nothing_is_lost(@TempDir Path data) {
        Map<String, String> impatient = Map.of(
                "vesper.relay.broker-timeout", "2s",
                "vesper.relay.longest-backoff", "200ms");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0);
                RelayUnderTest relay = new RelayUnderTest(logs, kafka.bootstrapServers(), impatient)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            relay.start("one", NOWHERE);
            log.push(push(session("a"), Expectation.ANY, 3));
            assertRelaysAll(relay, log);

            kafka.kill();
            long start = System.nanoTime();
            IntStream.range(0, 100).forEach(n -> log.push(push(session("s" + n % 10), Expectation.ANY, 1)));
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(5);
            kafka.restart();

            assertRelaysAll(relay, log);
        }
    }

    private static void assertRelaysAll(RelayUnderTest relay, EventLog log) {
        List<RecordedEvent> written = log.read(LogQuery.builder().build()).toList();
        await("all events are in the topic", () -> relay.poll().events.size() >= written.size());
        assertThat(relay.events).hasSameSizeAs(written);
        assertThat(byKey(relay.events)).isEqualTo(byKey(written));
    }

    /** The order within each key counts, and no other. */
    private static Map<String, List<Cursor>> byKey(List<RecordedEvent> events) {
        Map<String, List<Cursor>> cursors = new HashMap<>();
        events.forEach(event ->
                cursors.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(event.cursor()));
        return cursors;
    }

    private static long partitions(RelayUnderTest relay) {
        return relay.records.stream().map(found -> found.partition()).distinct().count();
    }

    private static Cursor last(EventLog log) {
        return log.read(LogQuery.builder().build())
                .map(RecordedEvent::cursor)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
