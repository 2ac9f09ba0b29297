package dev.vesper.eventstore.relay;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of the partitions, which one relay at a time writes.
 *
 * @param index among the shards of its layout
 * @param of how many shards that layout has
 * @param number which no shard of another layout has
 * @param transactionalIds what the transactional ids of the layout begin with
 */
record Shard(int index, int of, int number, String transactionalIds) {
    String lease() {
        return "relay-" + number;
    }

    String transactionalId() {
        return transactionalIds + number;
    }

    List<Integer> partitions(int all) {
        return IntStream.range(0, all)
                .filter(partition -> partition % of == index)
                .boxed()
                .toList();
    }

    @Override
    public String toString() {
        return "%d (%d of %d)".formatted(number, index + 1, of);
    }
}
