package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What operators see of one projection, per partition where that makes a difference. */
final class ProjectionMetrics {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Clock clock;
    private final Timer batchTime;
    private final DistributionSummary batchSize;
    private final Map<Integer, Long> lagEvents = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> oldestUnprocessed = new ConcurrentHashMap<>();
    private volatile int parked;

    ProjectionMetrics(Projection projection, MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.tags = Tags.of("projection", projection.name());
        this.batchTime = registry.timer("vesper.projection.batch.time", tags);
        this.batchSize = registry.summary("vesper.projection.batch.events", tags);
        Gauge.builder("vesper.projection.parked.aggregates", () -> parked)
                .tags(tags)
                .register(registry);
    }

    long lagEvents() {
        return lagEvents.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first time that a partition is seen here, its gauges appear. */
    void lag(int partition, long events) {
        if (lagEvents.put(partition, events) == null) {
            Tags each = tags.and("partition", Integer.toString(partition));
            registry.gauge("vesper.projection.lag.events", each, lagEvents, lags -> lags.getOrDefault(partition, 0L));
            registry.gauge("vesper.projection.lag.seconds", each, this, metrics -> metrics.age(partition));
        }
    }

    /** Stays until the batch is written, however often that fails. */
    void begin(List<TopicBatch> batches) {
        for (TopicBatch batch : batches) {
            if (!batch.events().isEmpty()) {
                RecordedEvent oldest = batch.events().getFirst();
                oldestUnprocessed.putIfAbsent(batch.state().partition(), oldest.createdAt());
            }
        }
    }

    void written(int events, Duration time) {
        oldestUnprocessed.clear();
        batchTime.record(time);
        batchSize.record(events);
    }

    void left(int partition) {
        lagEvents.computeIfPresent(partition, (id, lag) -> 0L);
        oldestUnprocessed.remove(partition);
    }

    void parked(int aggregates) {
        parked = aggregates;
    }

    private double age(int partition) {
        Instant oldest = oldestUnprocessed.get(partition);
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
