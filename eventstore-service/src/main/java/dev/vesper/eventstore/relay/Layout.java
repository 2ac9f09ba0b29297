package dev.vesper.eventstore.relay;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the partitions are shared for a while.
 *
 * @param firstShard number of the first; -1 while there is none
 * @param size how many shards there are
 * @param transactionalIds what their transactional ids begin with
 */
record Layout(int firstShard, int size, String transactionalIds) {
    static final Layout NONE = new Layout(-1, 0, "");

    List<Shard> shards() {
        return IntStream.range(0, size)
                .mapToObj(index -> new Shard(index, size, firstShard + index, transactionalIds))
                .toList();
    }
}
