package dev.vesper.eventstore.relay;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys under {@code vesper.relay}. */
public interface RelayConfig {
    /** Whether this pod takes part in relaying. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many relays share the partitions; partition p belongs to shard p mod shards. All pods obey one number, and the pod
     * that started last sets it, so it may be changed by a rolling restart. At most the partitions.
     */
    @WithDefault("1")
    int shards();

    /** Events per Kafka transaction, at most. */
    @WithDefault("4000")
    int batchEvents();

    /**
     * Bytes of payload per Kafka transaction, as the database stores them, at most; the event that reaches them is the last.
     * A payload that the database compressed counts as the largest that may be pushed.
     */
    @WithDefault("16777216")
    long batchBytes();

    /**
     * How long events gather for the next Kafka transaction, at most: as long as the last one took, where it carried more than
     * a handful. A transaction costs much the same however few it carries, and what the relay spends, pushes do not have.
     */
    @WithDefault("10ms")
    Duration gather();

    /**
     * How often the leader writes down in the database how far it has come, at most. Whoever takes over goes by the topic
     * itself; this is what metrics and the archive go by.
     */
    @WithDefault("100ms")
    Duration cursorInterval();

    /** How long a leader that was not heard of keeps its shard. */
    @WithDefault("10s")
    Duration leaseDuration();

    /** How often the leader renews its lease, and a pod without the lease tries to take it. */
    @WithDefault("2s")
    Duration leaseRenewal();

    /** First pause between two looks at the log when nothing was found; it doubles up to the longest. */
    @WithDefault("2ms")
    Duration shortestPoll();

    /** Longest pause between two looks at the log. A push of the same pod ends the pause at once. */
    @WithDefault("20ms")
    Duration longestPoll();

    /** A partition behind the others for this long gets a watermark. */
    @WithDefault("100ms")
    Duration busyWatermark();

    /** A partition without any record for this long gets a watermark. */
    @WithDefault("1s")
    Duration idleWatermark();

    /** Longest wait for an answer of the broker before the relay starts anew. */
    @WithDefault("10s")
    Duration brokerTimeout();

    /** First pause after a failure; it doubles up to the longest. */
    @WithDefault("100ms")
    Duration shortestBackoff();

    /** Longest pause after failures. */
    @WithDefault("5s")
    Duration longestBackoff();

    /** The producer's memory for records that are not yet sent. */
    @WithDefault("33554432")
    long bufferBytes();
}
