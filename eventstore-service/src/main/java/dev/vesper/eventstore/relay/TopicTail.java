package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads the last committed record of each partition. It is the truth about what was relayed: a cursor in the database may be
 * older, where its writer died between the two.
 */
final class TopicTail {
    private static final long FIRST_WINDOW = 64;
    private static final long WINDOW_GROWTH = 16;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration timeout;

    /** @param consumer reads committed records only, belongs to no group */
    TopicTail(Consumer<byte[], byte[]> consumer, Duration timeout) {
        this.consumer = consumer;
        this.timeout = timeout;
    }

    /** @return the last cursor of each partition that holds a record, and which of the others once held some */
    Tail read(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, timeout);
        Map<Integer, Cursor> last = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(partitions);
        // Commit markers take offsets too, so the last record may lie some way before the end.
        for (long window = FIRST_WINDOW; !open.isEmpty(); window *= WINDOW_GROWTH) {
            Set<TopicPartition> whole = seek(open, begins, ends, window);
            readToEnd(open, ends, last);
            open.removeIf(partition -> whole.contains(partition) || last.containsKey(partition.partition()));
        }
        return new Tail(last, emptied(partitions, begins, last));
    }

    private Set<TopicPartition> seek(
            Set<TopicPartition> open, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, long window) {
        Set<TopicPartition> whole = new HashSet<>();
        consumer.assign(open);
        for (TopicPartition partition : open) {
            long begin = offset(begins, partition);
            long from = Math.max(begin, offset(ends, partition) - window);
            consumer.seek(partition, from);
            if (from == begin) {
                whole.add(partition);
            }
        }
        return whole;
    }

    private void readToEnd(Set<TopicPartition> open, Map<TopicPartition, Long> ends, Map<Integer, Cursor> last) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (open.stream().anyMatch(partition -> consumer.position(partition, timeout) < offset(ends, partition))) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("the broker did not give the tail of the topic in time");
            }
            consumer.poll(POLL).forEach(found -> last.put(found.partition(), cursor(found)));
        }
    }

    private static Set<Integer> emptied(
            Collection<TopicPartition> partitions, Map<TopicPartition, Long> begins, Map<Integer, Cursor> last) {
        Set<Integer> emptied = new HashSet<>();
        for (TopicPartition partition : partitions) {
            if (!last.containsKey(partition.partition()) && offset(begins, partition) > 0) {
                emptied.add(partition.partition());
            }
        }
        return emptied;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private static Cursor cursor(ConsumerRecord<byte[], byte[]> found) {
        return KafkaRecords.cursor(name -> {
            Header header = found.headers().lastHeader(name);
            return header == null ? null : header.value();
        });
    }

    /** @param emptied partitions whose records have all been deleted, by age */
    record Tail(Map<Integer, Cursor> last, Set<Integer> emptied) {}
}
