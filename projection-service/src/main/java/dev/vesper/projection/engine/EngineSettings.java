package dev.vesper.projection.engine;

import java.time.Duration;

/**
 * How the engine works.
 *
 * @param sessionTimeout without a sign of life, before another pod takes over
 * @param requestTimeout the longest wait for the brokers
 * @param longestTurn of a consumer that hangs, before another pod takes over
 * @param batchLimit the most events per transaction
 * @param checkpointInterval how long a checkpoint may lag behind when no row has changed
 * @param watermarkInterval how long it may when there was no event at all
 * @param backoff after a failure of database, Kafka or log
 * @param parkedRetry before a parked aggregate is tried again
 */
public record EngineSettings(
        String bootstrapServers,
        String topic,
        Duration sessionTimeout,
        Duration requestTimeout,
        Duration longestTurn,
        int batchLimit,
        Duration checkpointInterval,
        Duration watermarkInterval,
        Backoff backoff,
        Backoff parkedRetry) {
    private static final Duration EAGER = Duration.ofMillis(50);

    /** With checkpoints that lag behind no longer than a swap can wait for them. */
    EngineSettings eager() {
        return new EngineSettings(
                bootstrapServers,
                topic,
                sessionTimeout,
                requestTimeout,
                longestTurn,
                batchLimit,
                EAGER,
                EAGER,
                backoff,
                parkedRetry);
    }
}
