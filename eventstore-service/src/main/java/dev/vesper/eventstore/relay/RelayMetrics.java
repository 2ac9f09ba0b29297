package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How far the topic is behind the log, shard by shard, as every pod can see from the database; and what this pod leads. */
final class RelayMetrics {
    private static final int COUNTED_AT_MOST = 10_000;

    private final Sql sql;
    private final int partitions;
    private final Supplier<List<Relay>> relays;
    private final MultiGauge lag;
    private final MultiGauge oldestAge;
    private final MultiGauge leading;

    RelayMetrics(Sql sql, int partitions, Supplier<List<Relay>> relays, MeterRegistry metrics) {
        this.sql = sql;
        this.partitions = partitions;
        this.relays = relays;
        this.lag = MultiGauge.builder("vesper.relay.lag")
                .description("Events in the log and not yet in Kafka, counted up to " + COUNTED_AT_MOST)
                .baseUnit("events")
                .register(metrics);
        this.oldestAge = MultiGauge.builder("vesper.relay.oldest.age")
                .description("Age of the oldest event that is not yet in Kafka")
                .baseUnit("seconds")
                .register(metrics);
        this.leading = MultiGauge.builder("vesper.relay.leading")
                .description("1 where this pod leads the shard, else 0")
                .register(metrics);
    }

    void runOnce() {
        List<MultiGauge.Row<?>> lags = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (Row row : sql.run(Statement.of("relay/read_lag", COUNTED_AT_MOST, partitions))) {
            Tags shard = shard(row.getInteger("shard"));
            lags.add(MultiGauge.Row.of(shard, row.getLong("events")));
            ages.add(MultiGauge.Row.of(shard, row.getDouble("oldest_age_seconds")));
        }
        lag.register(lags, true);
        oldestAge.register(ages, true);
        leading.register(
                relays.get().stream()
                        .<MultiGauge.Row<?>>map(
                                relay -> MultiGauge.Row.of(shard(relay.shard().index()), relay.leads() ? 1 : 0))
                        .toList(),
                true);
    }

    private static Tags shard(int index) {
        return Tags.of("shard", Integer.toString(index));
    }
}
