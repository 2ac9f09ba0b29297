package dev.vesper.simulation.broker;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** What of a consumer's settings makes a difference here. */
record ConsumerSettings(Optional<String> group, boolean cooperative, long sessionNanos, int mostRecords) {
    private static final int MOST_RECORDS = 20;

    static ConsumerSettings of(Map<?, ?> settings) {
        Object group = settings.get(ConsumerConfig.GROUP_ID_CONFIG);
        Object assignor = settings.get(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
        Object session = settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        return new ConsumerSettings(
                Optional.ofNullable(group).map(Object::toString),
                assignor != null && assignor.toString().contains("Cooperative"),
                (session instanceof Number millis ? millis.longValue() : 6_000) * 1_000_000,
                MOST_RECORDS);
    }
}
