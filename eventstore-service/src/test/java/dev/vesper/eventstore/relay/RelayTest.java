package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static dev.vesper.eventstore.relay.RelayUnderTest.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.TestLogs;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every committed event reaches the topic once and in the order of its key, whatever happens to leaders and brokers. */
@Timeout(90)
final class RelayTest {
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

            Audit.relaysAll(relay, log);
            assertThat(relay.poll().events.getFirst().payload()).isEqualToIgnoringWhitespace("{\"n\":1}");
        }
    }

    @Test
    void an_event_is_there_moments_after_its_push() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("longest-poll", "10s"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            log.push(push(session("first")));
            relay.start("one", NOWHERE);
            Audit.relaysAll(relay, log);

            for (int n = 0; n < 20; n++) {
                log.push(push(session("next" + n)));
            }

            Audit.relaysAll(relay, log);
        }
    }

    @Test
    void what_another_pod_pushed_is_found_by_looking() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog another = logs.log();
            relay.start("one", NOWHERE);
            await("one leads", () -> relay.leaders() == 1);

            IntStream.range(0, 20).forEach(n -> another.push(push(session("s" + n))));

            Audit.relaysAll(relay, another);
        }
    }

    @Test
    void an_event_whose_secrets_cannot_be_told_from_the_rest_is_relayed_without_its_payload() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            var unreadable = new NewEvent(
                    "auth_request.code.added",
                    1,
                    "{\"hashedCode\":\"c2VjcmV0\",\"tooLong\":" + "1".repeat(2_000) + "}");
            var aggregate = new AggregateId("i1", "auth_request", "a");
            log.push(Push.of(Given.id(), new Append(aggregate, "o", "c", Expectation.NONE, List.of(unreadable))));
            log.push(push(aggregate));

            relay.start("one", NOWHERE);

            Audit.relaysAll(relay, log);
            assertThat(relay.events.getFirst().payload()).isEmpty();
            assertThat(relay.events.getLast().payload()).isNotEmpty();
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

            Audit.relaysAll(relay, log);
            assertThat(relay.events.getFirst().payload()).doesNotContain("c2VjcmV0");
        }
    }

    @Test
    void silent_partitions_get_watermarks_so_that_each_proves_that_nothing_is_missing() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            relay.start("one", NOWHERE);
            log.push(push(session("only")));

            Audit.provesThatAllIsThere(relay, log);

            assertThat(Audit.written(relay, log))
                    .as("watermarks never enter the log")
                    .hasSize(1);
        }
    }

    @Test
    void the_trace_of_a_push_goes_on_in_its_records() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            String trace = "0af7651916cd43dd8448eb211c80319c";
            String span = "b7ad6b7169203331";
            var caller = SpanContext.create(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
            try (Scope _ = Span.wrap(caller).makeCurrent()) {
                log.push(push(session("traced"), Expectation.ANY, 2));
            }
            log.push(push(session("untraced")));

            relay.start("one", NOWHERE);

            Audit.relaysAll(relay, log);
            assertThat(relay.records.stream()
                            .filter(found -> !RelayUnderTest.isWatermark(found))
                            .map(found -> text(RelayUnderTest.header(found, "traceparent"))))
                    .containsExactlyInAnyOrder(
                            "00-%s-%s-01".formatted(trace, span), "00-%s-%s-01".formatted(trace, span), "none");
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
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("batch-events", "7", "longest-backoff", "10ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 20).forEach(n -> log.push(push(session("s" + n % 5), Expectation.ANY, 4)));

            relay.start("one", fiveTimes);

            Audit.relaysAll(relay, log);
            assertThat(deaths).hasValueGreaterThan(5);
        }
    }

    @Test
    void a_fenced_leader_writes_nothing_any_more_and_its_successor_goes_on_after_it() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log();
            log.push(push(session("a"), Expectation.ANY, 3));
            try (Leader old = new Leader(relay, logs, 1)) {
                old.term.runOnce(1);
                log.push(push(session("a"), Expectation.ANY, 2));

                try (Leader successor = new Leader(relay, logs, 2)) {
                    assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> old.term.runOnce(1));
                    successor.term.runOnce(2);
                    log.push(push(session("b")));
                    successor.term.runOnce(2);
                    assertThat(old.cursor.move(1, Cursor.START)).isFalse();
                }
            }
            Audit.relaysAll(relay, log);
        }
    }

    @Test
    void a_topic_that_is_ahead_of_the_log_is_not_written_to() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            LostCommits lost = new LostCommits(logs.sql());
            lost.check(relay.topic, Cursor.START);
            EventLog log = logs.log();
            log.push(push(session("a"), Expectation.ANY, 3));
            Cursor last = Audit.last(relay, log);

            lost.check(relay.topic, last);

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> lost.check(relay.topic, new Cursor(last.position() + 1, 0)))
                    .withMessageContaining("commits were lost");
            assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.push(push(session("a"))));
        }
    }

    @Test
    void a_topic_whose_last_event_the_log_lacks_is_not_written_to_although_the_log_goes_further() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of())) {
            EventLog log = logs.log();
            log.push(push(session("a"), Expectation.ANY, 3));
            Cursor lost = new Cursor(Audit.last(relay, log).position(), 3);
            log.push(push(session("a"), Expectation.ANY, 3));

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new LostCommits(logs.sql()).check(relay.topic, lost))
                    .withMessageContaining("commits were lost");
        }
    }

    @Test
    void another_pod_takes_over_when_the_leader_is_gone() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("lease-renewal", "100ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            log.push(push(session("a"), Expectation.ANY, 3));
            RelayShards one = relay.start("one", NOWHERE);
            Audit.relaysAll(relay, log);
            relay.start("two", NOWHERE);
            log.push(push(session("a"), Expectation.ANY, 3));
            Audit.relaysAll(relay, log);

            one.close();
            log.push(push(session("a"), Expectation.ANY, 3));

            Audit.relaysAll(relay, log);
        }
    }

    @Test
    void pushes_go_on_while_the_broker_is_away_and_nothing_is_lost_or_piled_up(@TempDir Path data) {
        Map<String, String> impatient =
                Map.of("broker-timeout", "500ms", "longest-backoff", "200ms", "batch-bytes", "1000000");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0);
                RelayUnderTest relay = new RelayUnderTest(logs, kafka.bootstrapServers(), impatient)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            AtomicInteger pages = new AtomicInteger();
            relay.start(relay.means(
                    "one",
                    NOWHERE,
                    Map.of(),
                    () -> logs.session(name -> {
                        pages.addAndGet(name.equals("log/read_global_order") ? 1 : 0);
                        return TestLogs.SQL.text(name);
                    })));
            log.push(push(session("a"), Expectation.ANY, 3));
            Audit.relaysAll(relay, log);

            kafka.kill();
            Random random = new Random(20261120);
            IntStream.range(0, 20).forEach(n -> log.push(LargeEvents.push(random, "s" + n % 10, 5, 50_000)));
            await("it failed", () -> relay.failures() >= 1);
            int read = pages.get();
            await("it tried again and again", () -> relay.failures() >= 5);
            assertThat(pages).as("nothing more is read").hasValue(read);
            assertThat(relay.events).hasSize(3);
            kafka.restart();

            Audit.relaysAll(relay, log);
        }
    }

    private static String text(byte @Nullable [] header) {
        return header == null ? "none" : new String(header, StandardCharsets.UTF_8);
    }
}
