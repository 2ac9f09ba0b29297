package dev.vesper.notifier;

import static java.util.Objects.requireNonNullElse;

import dev.vesper.notifier.deliveries.Claiming;
import dev.vesper.notifier.deliveries.Outcome;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: attempts and how they end, what waits, for how long, and which circuits are open. */
final class Meters {
    private static final Statement COUNT = Statement.named("count_unfinished_deliveries");

    private final MeterRegistry registry;
    private final Database database;
    private final Surroundings surroundings;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong retrying = new AtomicLong();
    private final AtomicLong running = new AtomicLong();
    private final AtomicLong oldestDueSeconds = new AtomicLong();

    Meters(MeterRegistry registry, Database database, Surroundings surroundings, Claiming claiming) {
        this.registry = registry;
        this.database = database;
        this.surroundings = surroundings;
        registry.gauge(
                "vesper.notifications.in.flight",
                claiming,
                shared -> shared.slots().taken());
        registry.gauge(
                "vesper.notifications.circuits.open",
                claiming,
                shared -> shared.targets().open());
        registry.gauge("vesper.notifications.waiting", waiting);
        registry.gauge("vesper.notifications.retrying", retrying);
        registry.gauge("vesper.notifications.running", running);
        registry.gauge("vesper.notifications.oldest.due.seconds", oldestDueSeconds);
    }

    void attempted(Outcome outcome, Duration sinceRequest) {
        String result = switch (outcome) {
            case Outcome.Done _ -> "sent";
            case Outcome.Permanent _ -> "permanent";
            case Outcome.Temporary _ -> "temporary";
        };
        Timer.builder("vesper.notifications.attempts")
                .description("Time from the request to the end of each attempt")
                .tag("outcome", result)
                .register(registry)
                .record(sinceRequest);
    }

    /** Asks the schedule; not at each scrape, so that scrapers cost it nothing. */
    void runOnce() {
        Row row = database.run(COUNT).iterator().next();
        waiting.set(row.getLong("waiting"));
        retrying.set(row.getLong("retrying"));
        running.set(row.getLong("running"));
        OffsetDateTime now = Surroundings.utc(surroundings.now());
        OffsetDateTime oldest = requireNonNullElse(row.getOffsetDateTime("oldest_due_at"), now);
        oldestDueSeconds.set(Math.max(0, Duration.between(oldest, now).toSeconds()));
    }
}
