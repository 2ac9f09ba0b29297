package dev.vesper.projection.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread of one projection. It replaces a consumer that broke, with a pause, for as long as the service lives. */
final class ProjectionLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ProjectionLoop.class);
    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(2);

    private final Projection projection;
    private final EngineParts parts;
    private final Progress progress;
    private final ProjectionMetrics metrics;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;

    ProjectionLoop(Projection projection, EngineParts parts, Progress progress, ProjectionMetrics metrics) {
        this.projection = projection;
        this.parts = parts;
        this.progress = progress;
        this.metrics = metrics;
    }

    @Override
    public void run() {
        int failures = 0;
        while (!isStopped(Duration.ZERO)) {
            try {
                failures = topicExists() ? consume() : failures + 1;
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                failures++;
                LOG.warnf(
                        Failures.isFamiliar(e) ? null : e,
                        "Projection %s lost its consumer: %s. A new one follows in %s.",
                        projection.name(),
                        e.getMessage(),
                        parts.settings().backoff().after(failures));
            }
            if (failures > 0 && isStopped(parts.settings().backoff().after(failures))) {
                return;
            }
        }
    }

    void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** A consumer that subscribes before the topic is there finds it minutes later only. */
    private boolean topicExists() {
        try (Consumer<byte[], byte[]> consumer = Consumers.open(projection, parts.settings())) {
            boolean exists = !consumer.partitionsFor(parts.settings().topic()).isEmpty();
            if (!exists) {
                LOG.infof(
                        "Projection %s waits for topic %s.",
                        projection.name(), parts.settings().topic());
            }
            return exists;
        }
    }

    private int consume() {
        Consumer<byte[], byte[]> consumer = Consumers.open(projection, parts.settings());
        current = consumer;
        try {
            ProjectionTurn turn = new ProjectionTurn(projection, consumer, parts, progress, metrics);
            while (!isStopped(Duration.ZERO)) {
                turn.run();
            }
            return 0;
        } finally {
            current = null;
            close(consumer);
        }
    }

    private static void close(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.close(CloseOptions.timeout(LONGEST_LEAVE));
        } catch (KafkaException e) {
            LOG.debugf(e, "A consumer could not say goodbye; its group notices by its missing heartbeats");
        }
    }

    private boolean isStopped(Duration within) {
        try {
            return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
