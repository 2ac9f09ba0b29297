package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ManualClock;
import dev.vesper.projection.given.People;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class ProjectionMetricsTest {
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ProjectionMetrics metrics = new ProjectionMetrics(new TallyProjection(), registry, clock);
    private final History history = new History(new People(), 1);

    @Test
    void a_batch_that_is_not_written_grows_older_however_often_it_is_tried() {
        RecordedEvent event = history.add("p1", new Changed("a"));
        clock.pass(Duration.between(clock.instant(), event.createdAt()));
        metrics.lag(0, 1);
        metrics.begin(List.of(batch(event)));
        clock.pass(Duration.ofSeconds(3));
        metrics.begin(List.of(batch(event)));

        assertThat(lagSeconds()).isEqualTo(3);
    }

    @Test
    void what_was_not_even_read_is_as_old_as_what_was_applied_last_at_most() {
        RecordedEvent event = history.add("p1", new Changed("a"));
        clock.pass(Duration.between(clock.instant(), event.createdAt()));
        metrics.begin(List.of(batch(event)));
        metrics.written(List.of(batch(event)), 1, Duration.ofMillis(4));
        clock.pass(Duration.ofSeconds(7));

        metrics.lag(0, 12);
        assertThat(lagSeconds()).isEqualTo(7);
        metrics.lag(0, 0);
        assertThat(lagSeconds()).isZero();
        assertThat(registry.get("vesper.projection.batch.events").summary().totalAmount())
                .isEqualTo(1);
        assertThat(registry.get("vesper.projection.batch.time").timer().count()).isEqualTo(1);
    }

    @Test
    void a_partition_that_another_pod_reads_has_no_lag_here() {
        metrics.lag(0, 12);
        metrics.keepOnly(Set.of(1, 2));

        assertThat(registry.get("vesper.projection.lag.events").gauge().value()).isZero();
    }

    @Test
    void a_reader_that_hangs_shows() {
        metrics.turned();
        clock.pass(Duration.ofSeconds(40));

        assertThat(registry.get("vesper.projection.last.turn.seconds").gauge().value())
                .isEqualTo(40);
    }

    @Test
    void nothing_is_left_of_a_rebuild_that_is_over() {
        metrics.lag(0, 12);
        metrics.remove();

        assertThat(registry.getMeters()).isEmpty();
    }

    private double lagSeconds() {
        return registry.get("vesper.projection.lag.seconds")
                .tag("partition", "0")
                .gauge()
                .value();
    }

    private static TopicBatch batch(RecordedEvent event) {
        byte[] value = event.payload().getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>("topic", 0, 0, new byte[0], value);
        KafkaRecords.headers(event).forEach((name, header) -> read.headers().add(name, header));
        PartitionState state = new PartitionState(0, Cursor.START, 0, false, 0);
        return TopicBatch.of(state, List.of(read), Set.of("project"));
    }
}
