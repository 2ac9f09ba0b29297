package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.TestLogs;
import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of each shard. */
final class RelayMetricsTest {
    private final TestLogs logs = TestLogs.create();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void each_shard_shows_what_it_has_not_yet_relayed_and_who_leads_it() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("shards", "3", "lease-renewal", "50ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 60).forEach(n -> log.push(push(session("s" + n), Expectation.ANY, 2)));
            new Layouts(logs.sql()).wish(3, "any-");
            RelayMetrics metrics = new RelayMetrics(logs.sql(), TestLogs.PARTITIONS, List::of, relay.metrics);

            metrics.runOnce();

            assertThat(values(relay, "vesper.relay.lag")).hasSize(3).doesNotContain(0.0);
            assertThat(sum(relay, "vesper.relay.lag")).isEqualTo(120);
            assertThat(values(relay, "vesper.relay.oldest.age")).hasSize(3).allMatch(age -> age > 0);
        }
    }

    @Test
    void all_is_well_when_all_is_relayed_also_right_after_the_number_of_shards_changed() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, Map.of("lease-renewal", "50ms"))) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            IntStream.range(0, 60).forEach(n -> log.push(push(session("s" + n), Expectation.ANY, 2)));
            RelayShards pod = relay.start("one", 2);
            RelayMetrics metrics = new RelayMetrics(logs.sql(), TestLogs.PARTITIONS, pod::relays, relay.metrics);
            Audit.relaysAll(relay, log);

            await("both shards are led and stand at the end", () -> {
                metrics.runOnce();
                return sum(relay, "vesper.relay.lag") == 0 && sum(relay, "vesper.relay.leading") == 2;
            });
            pod.close();
            new Layouts(logs.sql()).wish(3, "any-");
            metrics.runOnce();

            assertThat(values(relay, "vesper.relay.lag")).containsExactly(0.0, 0.0, 0.0);
            assertThat(values(relay, "vesper.relay.oldest.age")).containsExactly(0.0, 0.0, 0.0);
            assertThat(sum(relay, "vesper.relay.leading")).isZero();
        }
    }

    private static double sum(RelayUnderTest relay, String name) {
        return values(relay, name).stream().mapToDouble(value -> value).sum();
    }

    private static List<Double> values(RelayUnderTest relay, String name) {
        return relay.metrics.find(name).gauges().stream().map(Gauge::value).toList();
    }
}
