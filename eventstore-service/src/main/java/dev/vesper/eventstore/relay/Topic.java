package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.config.EventstoreConfig;
import java.time.Duration;

/**
 * The topic of the events, as it is to be made where it is missing.
 *
 * @param bootstrap brokers to ask first
 * @param largestPayloadBytes of an event, as it is pushed
 */
public record Topic(
        String bootstrap,
        String name,
        int partitions,
        short replicationFactor,
        short minInsyncReplicas,
        int largestPayloadBytes,
        Duration brokerTimeout) {
    /** What Kafka takes unless it is told otherwise. */
    private static final int KAFKA_DEFAULT = 1_048_588;

    /** Key, headers and the batch around them. */
    private static final int BESIDE_PAYLOAD = 65_536;

    public static Topic of(EventstoreConfig config) {
        EventstoreConfig.Kafka kafka = config.kafka();
        return new Topic(
                kafka.bootstrap(),
                kafka.topic(),
                kafka.partitions(),
                kafka.replicationFactor(),
                kafka.minInsyncReplicas(),
                config.eventLog().maxPayloadBytes(),
                config.relay().brokerTimeout());
    }

    /**
     * What a record may need at most. The database writes JSON with spaces that the pushed text may not have had, so a
     * payload can grow by half.
     */
    int largestRecordBytes() {
        long needed = 2L * largestPayloadBytes + BESIDE_PAYLOAD;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(KAFKA_DEFAULT, needed));
    }
}
