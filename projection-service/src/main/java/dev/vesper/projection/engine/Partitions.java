package dev.vesper.projection.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that the group gave to this consumer. A partition rests until its checkpoint is loaded; one that the topic
 * does not reach back to is read from the log first, and only then from the topic.
 */
final class Partitions implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final BatchWriter writer;
    private final Progress progress;
    private final Set<Integer> unloaded = new TreeSet<>();
    private final Map<Integer, PartitionState> catchingUp = new TreeMap<>();
    private final Map<Integer, PartitionState> live = new TreeMap<>();

    Partitions(Consumer<byte[], byte[]> consumer, String topic, BatchWriter writer, Progress progress) {
        this.consumer = consumer;
        this.topic = topic;
        this.writer = writer;
        this.progress = progress;
    }

    Optional<PartitionState> live(int partition) {
        return Optional.ofNullable(live.get(partition));
    }

    Collection<PartitionState> live() {
        return live.values();
    }

    Map<Integer, PartitionState> catchingUp() {
        return catchingUp;
    }

    Map<Integer, PartitionState> all() {
        Map<Integer, PartitionState> all = new TreeMap<>(live);
        all.putAll(catchingUp);
        return all;
    }

    /** Loads what was newly given. After a failure it can be called again. */
    void load() {
        if (unloaded.isEmpty()) {
            return;
        }
        Map<Integer, PartitionState> loaded = writer.checkpoints().load(unloaded);
        TopicBounds bounds = TopicBounds.of(consumer, topic, loaded.keySet());
        loaded.values().forEach(state -> begin(state, bounds));
        unloaded.removeAll(loaded.keySet());
        writer.load(all().keySet());
        progress.sawAll(loaded.values());
    }

    /** Forgets what is known of each partition, because the database may know better, and loads it again. */
    void reload() {
        unloaded.addAll(all().keySet());
        live.clear();
        catchingUp.clear();
        pause(unloaded);
    }

    /** The log gave all that the topic does not have. */
    void goLive(PartitionState state) {
        catchingUp.remove(state.partition());
        live.put(state.partition(), state);
        TopicPartition partition = new TopicPartition(topic, state.partition());
        consumer.seek(partition, state.nextOffset());
        consumer.resume(List.of(partition));
        progress.sawAll(List.of(state));
    }

    /** The next offset of each. */
    Map<Integer, Long> topicEnds(Collection<Integer> asked) {
        Map<Integer, Long> ends = new TreeMap<>();
        TopicBounds.of(consumer, topic, asked)
                .endOffsets()
                .forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
        // A place to stand, so that the consumer asks nobody for one; paused, it is not read from.
        given.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(given);
        given.forEach(partition -> unloaded.add(partition.partition()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
        for (TopicPartition partition : taken) {
            unloaded.remove(partition.partition());
            live.remove(partition.partition());
            catchingUp.remove(partition.partition());
            progress.leave(partition.partition());
        }
    }

    private void begin(PartitionState state, TopicBounds bounds) {
        TopicPartition partition = new TopicPartition(topic, state.partition());
        if (state.catchingUp() || !bounds.reach(state)) {
            writer.checkpoints().beginCatchingUp(state.partition());
            catchingUp.put(state.partition(), state);
            return;
        }
        live.put(state.partition(), state);
        if (state.nextOffset() == PartitionState.UNKNOWN_OFFSET) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, state.nextOffset());
        }
        consumer.resume(List.of(partition));
    }

    private void pause(Collection<Integer> partitions) {
        List<TopicPartition> paused = new ArrayList<>();
        partitions.forEach(partition -> paused.add(new TopicPartition(topic, partition)));
        consumer.pause(paused);
    }
}
