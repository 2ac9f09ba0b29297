package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Shows who holds the horizon back, and for how long: every reader of the log waits for that transaction. */
final class HorizonMetrics {
    private final Sql sql;
    private final MultiGauge holder;

    HorizonMetrics(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        this.holder = MultiGauge.builder("vesper.log.horizon.age")
                .description("Age of the oldest open writing transaction of the whole cluster")
                .baseUnit("seconds")
                .register(metrics);
    }

    void runOnce() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Row row : sql.run(Statement.of("log/read_horizon_holder"))) {
            Tags who = Tags.of(
                    "pid",
                    Integer.toString(row.getInteger("pid")),
                    "role",
                    row.getString("role"),
                    "query",
                    row.getString("query"));
            rows.add(MultiGauge.Row.of(who, row.getDouble("age_seconds")));
        }
        holder.register(rows, true);
    }
}
