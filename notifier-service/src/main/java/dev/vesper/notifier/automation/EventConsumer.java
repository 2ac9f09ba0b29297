package dev.vesper.notifier.automation;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Owns a thread and a consumer of the topic. After any failure it begins again at the stored checkpoints. */
public final class EventConsumer implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> open;
    private final String topic;
    private final ApplyBatch apply;
    private final ReadRecords read;
    private final Surroundings surroundings;
    private final Runnable applied;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile Set<Integer> partitions = Set.of();
    private volatile boolean stopped;
    private volatile Instant beat;
    private boolean lost;

    /** @param applied is told after each commit of something that ended or registered, and when partitions were given */
    EventConsumer(
            Supplier<Consumer<byte[], byte[]>> open,
            String topic,
            ApplyBatch apply,
            Surroundings surroundings,
            Runnable applied) {
        this.open = open;
        this.topic = topic;
        this.apply = apply;
        this.read = new ReadRecords(apply.types());
        this.surroundings = surroundings;
        this.applied = applied;
        this.beat = surroundings.now();
    }

    /** The partitions that this process reads now. */
    public Set<Integer> partitions() {
        return partitions;
    }

    /** Whether it has not gone round for so long. */
    public boolean isStalled(Duration forLong) {
        return beat.plus(forLong).isBefore(surroundings.now());
    }

    public void stop() {
        stopped = true;
        Consumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                consumeUntilItFails(open.get());
            } catch (WakeupException stopping) {
                LOG.debug("the consumer was woken up to stop");
            } catch (RuntimeException failed) {
                LOG.warn("the topic cannot be read; the consumer is opened again", failed);
                surroundings.pause().of(PAUSE);
            }
        }
        partitions = Set.of();
    }

    /** Leaves the group at once in the end, also as a member with a name of its own, so that others take over at once. */
    private void consumeUntilItFails(Consumer<byte[], byte[]> opened) {
        try {
            consumer = opened;
            opened.subscribe(List.of(topic), this);
            consume(opened);
        } finally {
            opened.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(LEAVE_GROUP));
        }
    }

    private void consume(Consumer<byte[], byte[]> opened) {
        while (!stopped) {
            beat = surroundings.now();
            try {
                if (lost) {
                    beginAgain(opened);
                }
                ConsumerRecords<byte[], byte[]> records = opened.poll(POLL);
                if (!records.isEmpty() && !lost && apply.apply(read.read(records, apply.reached()), records.count())) {
                    applied.run();
                }
            } catch (KafkaException brokerOrStop) {
                throw brokerOrStop;
            } catch (Checkpoints.Moved moved) {
                LOG.info("another process moved a checkpoint; this one begins again where the checkpoints stand");
                lost = true;
            } catch (RuntimeException failed) {
                LOG.warn("a batch could not be applied; it is read again from the checkpoints", failed);
                lost = true;
                surroundings.pause().of(PAUSE);
            }
        }
    }

    private void beginAgain(Consumer<byte[], byte[]> opened) {
        seek(opened, opened.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        lost = false;
    }

    private void seek(Consumer<byte[], byte[]> opened, Set<Integer> assigned) {
        apply.begin(assigned)
                .forEach((partition, checkpoint) ->
                        opened.seek(new TopicPartition(topic, partition), checkpoint.nextOffset()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        lost = true;
        partitions = partitionsOf(assigned);
        applied.run();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        partitions = Set.of();
    }

    private static Set<Integer> partitionsOf(Collection<TopicPartition> assigned) {
        return assigned.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
    }
}
