package dev.vesper.eventstore.log;

/** The topic's partitions, whose number never changes in the topic's life. */
public record Partitions(int count) {
    /** Events of one key share a partition, and so stay in order. */
    public int of(AggregateId aggregate) {
        return (int) Long.remainderUnsigned(StableHash.of(aggregate.key()), count);
    }
}
