package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What operators see of one projection, per partition where that makes a difference. */
final class ProjectionMetrics {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Clock clock;
    private final Timer batchTime;
    private final DistributionSummary batchSize;
    private final Queue<Meter> meters = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> lagEvents = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> inWork = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> newestWritten = new ConcurrentHashMap<>();
    private volatile int parked;
    private volatile Instant lastTurn;

    ProjectionMetrics(Projection projection, MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.lastTurn = clock.instant();
        this.tags = Tags.of("projection", projection.name());
        this.batchTime = registry.timer("vesper.projection.batch.time", tags);
        this.batchSize = registry.summary("vesper.projection.batch.events", tags);
        meters.addAll(List.of(batchTime, batchSize));
        gauge("vesper.projection.parked.aggregates", tags, metrics -> metrics.parked);
        gauge("vesper.projection.last.turn.seconds", tags, metrics -> metrics.secondsSince(metrics.lastTurn));
    }

    long lagEvents() {
        return lagEvents.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first time that a partition is seen here, its gauges appear. */
    void lag(int partition, long events) {
        if (lagEvents.put(partition, events) == null) {
            Tags each = tags.and("partition", Integer.toString(partition));
            gauge("vesper.projection.lag.events", each, metrics -> metrics.lagEvents.getOrDefault(partition, 0L));
            gauge(
                    "vesper.projection.lag.seconds",
                    each,
                    metrics -> metrics.secondsSince(metrics.oldestUnprocessed(partition)));
        }
    }

    /**
     * When the oldest event happened that is not applied yet. Of what was not even read the time is unknown; it is not before
     * that of the newest that was applied.
     */
    @Nullable
    Instant oldestUnprocessed(int partition) {
        Instant begun = inWork.get(partition);
        if (begun != null) {
            return begun;
        }
        return lagEvents.getOrDefault(partition, 0L) == 0 ? null : newestWritten.get(partition);
    }

    /** Stays until the batch is written, however often that fails. */
    void begin(List<TopicBatch> batches) {
        for (TopicBatch batch : batches) {
            if (!batch.events().isEmpty()) {
                RecordedEvent oldest = batch.events().getFirst();
                inWork.putIfAbsent(batch.state().partition(), oldest.createdAt());
            }
        }
    }

    void written(List<TopicBatch> batches, int events, Duration time) {
        for (TopicBatch batch : batches) {
            if (!batch.events().isEmpty()) {
                newestWritten.put(
                        batch.state().partition(), batch.events().getLast().createdAt());
            }
        }
        inWork.clear();
        batchTime.record(time);
        batchSize.record(events);
    }

    /** Everything went well once more. */
    void turned() {
        lastTurn = clock.instant();
    }

    /** What other pods read now has no lag here. */
    void keepOnly(Set<Integer> partitions) {
        lagEvents.replaceAll((partition, lag) -> partitions.contains(partition) ? lag : 0L);
        inWork.keySet().retainAll(partitions);
        newestWritten.keySet().retainAll(partitions);
    }

    void parked(int aggregates) {
        parked = aggregates;
    }

    /** Of a rebuild that is over. */
    void remove() {
        meters.forEach(registry::remove);
    }

    private void gauge(String name, Tags its, ToDoubleFunction<ProjectionMetrics> value) {
        meters.add(Gauge.builder(name, this, value).tags(its).register(registry));
    }

    private double secondsSince(@Nullable Instant time) {
        return time == null ? 0 : Duration.between(time, clock.instant()).toMillis() / 1000.0;
    }
}
