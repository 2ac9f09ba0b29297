package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;

/** How far the topic is behind the log, as every pod can see from the database. */
final class RelayMetrics {
    private static final int COUNTED_AT_MOST = 10_000;

    private final Sql sql;
    private volatile long unrelayed;
    private volatile double oldestAgeSeconds;

    RelayMetrics(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        Gauge.builder("vesper.relay.lag", this, relay -> relay.unrelayed)
                .description("Events in the log and not yet in Kafka, counted up to " + COUNTED_AT_MOST)
                .baseUnit("events")
                .register(metrics);
        Gauge.builder("vesper.relay.oldest.age", this, relay -> relay.oldestAgeSeconds)
                .description("Age of the oldest event that is not yet in Kafka")
                .baseUnit("seconds")
                .register(metrics);
    }

    void runOnce() {
        for (Row row : sql.run(Statement.of("relay/read_lag", COUNTED_AT_MOST))) {
            unrelayed = row.getLong("events");
            oldestAgeSeconds = row.getDouble("oldest_age_seconds");
        }
    }
}
