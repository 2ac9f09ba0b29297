package dev.vesper.projection.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The first and the next offset of each partition of the topic. */
record TopicBounds(Map<TopicPartition, Long> firstOffsets, Map<TopicPartition, Long> endOffsets, String topic) {
    static TopicBounds of(Consumer<byte[], byte[]> consumer, String topic, Collection<Integer> partitions) {
        List<TopicPartition> asked = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
        return new TopicBounds(consumer.beginningOffsets(asked), consumer.endOffsets(asked), topic);
    }

    /** Whether the topic still has all that the checkpoint has not seen. An offset past the end is of another topic. */
    boolean reach(PartitionState state) {
        TopicPartition partition = new TopicPartition(topic, state.partition());
        long next = state.nextOffset();
        long first = firstOffsets.getOrDefault(partition, 0L);
        if (next == PartitionState.UNKNOWN_OFFSET) {
            return first == 0; // It stopped right after it had caught up from the log.
        }
        return next >= first && next <= endOffsets.getOrDefault(partition, 0L);
    }
}
