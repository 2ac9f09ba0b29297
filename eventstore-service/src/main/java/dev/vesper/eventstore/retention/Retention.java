package dev.vesper.eventstore.retention;

import dev.vesper.eventstore.automation.Automations;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.config.OneTask;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Archives by rule, if there is a rule. */
@Singleton
final class Retention {
    private static final String LEASE = "retention";

    private final EventstoreConfig config;
    private final Sql sql;
    private final Automations automations;
    private final MeterRegistry metrics;
    private final List<Repeating> jobs = new ArrayList<>();

    Retention(EventstoreConfig config, Sql sql, Automations automations, MeterRegistry metrics) {
        this.config = config;
        this.sql = sql;
        this.automations = automations;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        List<ArchiveRule> rules = ArchiveRule.of(config.retention());
        if (rules.isEmpty() || OneTask.isAll(config)) {
            return;
        }
        Archivist archivist = new Archivist(
                sql,
                new Lease(sql, LEASE, holder(), config.retention().leaseDuration()),
                new Passed(sql, automations.names()),
                rules,
                config.retention().batchAggregates(),
                (type, events) -> metrics.counter("vesper.retention.archived", "type", type)
                        .increment((double) events));
        jobs.add(Repeating.start(LEASE, config.retention().interval(), archivist::runOnce));
    }

    void stop(@Observes ShutdownEvent event) {
        jobs.forEach(Repeating::close);
    }

    private static String holder() {
        var runtime = ManagementFactory.getRuntimeMXBean();
        return runtime.getName() + "/" + runtime.getStartTime();
    }
}
