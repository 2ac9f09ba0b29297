package dev.vesper.eventstore.automation;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.config.OneTask;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.TypesReader;
import dev.vesper.eventstore.sql.Sql;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts all automations of the write side, each on a thread of its own. */
@Singleton
public final class Automations {
    private static final int RENEWALS_PER_LEASE = 3;

    private final EventstoreConfig config;
    private final Clock clock;
    private final Sql sql;
    private final List<Reaction> reactions;
    private final List<FollowerThread> threads = new ArrayList<>();

    Automations(
            EventstoreConfig config,
            Clock clock,
            Sql sql,
            Reactions reactions,
            WhenOwnerRemovedThenRemoveWhatItOwned ownerRemoved) {
        this.config = config;
        this.clock = clock;
        this.sql = sql;
        this.reactions =
                Stream.concat(reactions.all().stream(), Stream.of(ownerRemoved)).toList();
    }

    void start(@Observes StartupEvent event) {
        if (!config.automation().enabled() || OneTask.isAll(config)) {
            return;
        }
        reactions.forEach(reaction -> threads.add(new FollowerThread(follower(reaction), config.automation())));
        threads.forEach(FollowerThread::start);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(FollowerThread::stop);
    }

    /** Under which each keeps its place in the log. */
    public List<String> names() {
        return reactions.stream().map(Reaction::name).toList();
    }

    private LogFollower follower(Reaction reaction) {
        AutomationSettings settings = config.automation();
        String name = "automation/" + reaction.name();
        Lead lead = new Lead(
                new Lease(sql, name, holder(), settings.leaseDuration()),
                name,
                settings.leaseDuration().dividedBy(RENEWALS_PER_LEASE),
                clock);
        var reader = new TypesReader(sql, reaction.types());
        return new LogFollower(reaction, reader, sql, lead, settings.pageEvents());
    }

    /** Process, host and start: a container's first process may have the same number each time. */
    private static String holder() {
        var runtime = ManagementFactory.getRuntimeMXBean();
        return runtime.getName() + "/" + runtime.getStartTime();
    }
}
