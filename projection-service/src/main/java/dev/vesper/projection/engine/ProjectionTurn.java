package dev.vesper.projection.engine;

import dev.vesper.events.RecordedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/** One turn after the other of one projection over one consumer, until the consumer is of no more use. */
final class ProjectionTurn {
    private static final Logger LOG = Logger.getLogger(ProjectionTurn.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final Projection projection;
    private final Consumer<byte[], byte[]> consumer;
    private final EngineSettings settings;
    private final Clock clock;
    private final Partitions partitions;
    private final BatchWriter writer;
    private final LogCatchUp catchUp;
    private final ParkedRetry parkedRetry;
    private final Progress progress;
    private final ProjectionMetrics metrics;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private Instant nextCheckpoint = Instant.MIN;
    private Instant nextWatermark = Instant.MIN;
    private Instant nextReport = Instant.MIN;

    ProjectionTurn(
            Projection projection,
            Consumer<byte[], byte[]> consumer,
            EngineParts parts,
            Progress progress,
            ProjectionMetrics metrics) {
        this.projection = projection;
        this.consumer = consumer;
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.progress = progress;
        this.metrics = metrics;
        this.writer =
                new BatchWriter(projection, parts.database(), parts.keys(), settings.parkedRetry(), parts.clock());
        this.partitions = new Partitions(consumer, settings.topic(), writer, progress);
        this.catchUp = new LogCatchUp(projection, writer, parts);
        this.parkedRetry = new ParkedRetry(projection, writer, parts);
        consumer.subscribe(List.of(settings.topic()), partitions);
    }

    /** @throws KafkaException when a new consumer is needed, or this one was woken up to stop */
    void run() {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(pollTime());
            // Records only come from partitions that are loaded. They are never dropped: where the clock was set back
            // after a
            // failure, that would leave a hole in the view.
            if (records.isEmpty() && clock.instant().isBefore(notBefore)) {
                return;
            }
            partitions.load();
            apply(records);
            catchUp.runOnce(partitions);
            parkedRetry.runOnce(partitions.all());
            advanceQuietCheckpoints();
            report();
            metrics.turned();
            failures = 0;
        } catch (OffsetOutOfRangeException | TimeoutException e) {
            recover(e);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            recover(e);
        }
    }

    private Duration pollTime() {
        boolean waits = partitions.catchingUp().isEmpty() || clock.instant().isBefore(notBefore);
        return waits ? LONGEST_POLL : Duration.ZERO;
    }

    private void apply(ConsumerRecords<byte[], byte[]> records) {
        List<TopicBatch> batches = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            partitions
                    .live(partition.partition())
                    .ifPresent(state ->
                            batches.add(TopicBatch.of(state, records.records(partition), projection.aggregateTypes())));
        }
        if (batches.isEmpty()) {
            return;
        }
        List<RecordedEvent> events =
                batches.stream().flatMap(batch -> batch.events().stream()).toList();
        if (events.isEmpty()) {
            batches.forEach(TopicBatch::pass);
        } else {
            write(batches, events);
        }
        progress.sawAll(partitions.live());
    }

    private void write(List<TopicBatch> batches, List<RecordedEvent> events) {
        Instant start = clock.instant();
        metrics.begin(batches);
        List<CheckpointMove> moves = batches.stream().map(TopicBatch::move).toList();
        writer.write(moves, events);
        for (int i = 0; i < moves.size(); i++) {
            batches.get(i).state().moved(moves.get(i));
        }
        metrics.written(batches, events.size(), Duration.between(start, clock.instant()));
    }

    /** Where no row changed, the checkpoint follows after a while, so that an idle view costs next to nothing. */
    private void advanceQuietCheckpoints() {
        if (clock.instant().isBefore(nextCheckpoint)) {
            return;
        }
        nextCheckpoint = clock.instant().plus(settings.checkpointInterval());
        List<PartitionState> quiet = quietPartitions();
        if (!quiet.isEmpty()) {
            List<CheckpointMove> moves =
                    quiet.stream().map(PartitionState::moveToSeen).toList();
            writer.write(moves, List.of());
            for (int i = 0; i < moves.size(); i++) {
                quiet.get(i).moved(moves.get(i));
            }
        }
    }

    /** Nobody waits for a watermark, so that checkpoints follow those at leisure. */
    private List<PartitionState> quietPartitions() {
        if (clock.instant().isBefore(nextWatermark)) {
            return partitions.live().stream()
                    .filter(PartitionState::lagsBehindEvents)
                    .toList();
        }
        nextWatermark = clock.instant().plus(settings.watermarkInterval());
        return partitions.live().stream().filter(PartitionState::lagsBehind).toList();
    }

    private void report() {
        if (clock.instant().isBefore(nextReport)) {
            return;
        }
        nextReport = clock.instant().plus(BETWEEN_REPORTS);
        metrics.parked(writer.parkingLot().size());
        metrics.keepOnly(partitions.all().keySet());
        List<PartitionLag> lags = new ArrayList<>();
        partitions.live().forEach(state -> lag(state.partition()).ifPresent(lags::add));
        if (!partitions.live().isEmpty()) {
            writer.checkpoints().reportLags(lags);
            writer.checkpoints().reportLowMark();
        }
    }

    private Optional<PartitionLag> lag(int partition) {
        OptionalLong events = consumer.currentLag(new TopicPartition(settings.topic(), partition));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        metrics.lag(partition, events.getAsLong());
        return Optional.of(new PartitionLag(partition, events.getAsLong(), metrics.oldestUnprocessed(partition)));
    }

    private void recover(RuntimeException failure) {
        failures++;
        notBefore = clock.instant().plus(settings.backoff().after(failures));
        partitions.reload();
        LOG.warnf(
                Failures.isFamiliar(failure) ? null : failure,
                "Projection %s stopped after its last checkpoint: %s. It goes on from there at %s.",
                projection.name(),
                failure.getMessage(),
                notBefore);
    }
}
