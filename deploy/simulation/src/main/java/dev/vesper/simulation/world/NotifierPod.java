package dev.vesper.simulation.world;

import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.automation.EventConsumer;
import dev.vesper.notifier.automation.Handlers;
import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.deliveries.AttemptLedger;
import dev.vesper.notifier.deliveries.Channel;
import dev.vesper.notifier.deliveries.ClaimExpired;
import dev.vesper.notifier.deliveries.Claiming;
import dev.vesper.notifier.deliveries.Complete;
import dev.vesper.notifier.deliveries.Lanes;
import dev.vesper.notifier.deliveries.RescueAbandoned;
import dev.vesper.notifier.deliveries.RetryPolicy;
import dev.vesper.notifier.deliveries.RunClaimed;
import dev.vesper.notifier.deliveries.Slots;
import dev.vesper.notifier.deliveries.Targets;
import dev.vesper.notifier.deliveries.Wakeups;
import dev.vesper.notifier.deliveries.WorkerLoop;
import dev.vesper.notifier.deliveries.Workers;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.store.Database;
import dev.vesper.simulation.database.Driver;
import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process of notifier-service: consumer, announcer and workers, put together as the service does it. */
final class NotifierPod implements Pod {
    private final Host host;
    private final Chance chance;
    private final Channel receivers;

    NotifierPod(Host host, Channel receivers) {
        this.host = host;
        this.chance = host.scheduler().chance();
        this.receivers = receivers;
        host.start("boot", this::boot);
    }

    @Override
    public Host host() {
        return host;
    }

    private void boot() {
        NotifierConfig config = Settings.notifier();
        Surroundings surroundings =
                new Surroundings(Clock.systemUTC(), chance::bits, chance::uuid, NotifierPod::pause, KillPoint.none());
        Database database = new Database(Driver.pool(), Duration.ofSeconds(2));
        InternalClients clients = new InternalClients(config);
        EventLog log = new EventLog(clients, surroundings);
        Lanes lanes = new Lanes(new Wakeups(surroundings), new Wakeups(surroundings));
        startWorkers(config.notifications(), log, database, surroundings, lanes);
        Handlers handlers =
                Handlers.of(new Handlers.Means(config, database, log, clients, surroundings, executor(), due -> {
                    lanes.first().now();
                    due.forEach(lanes.first()::at);
                }));
        handlers.consumers().forEach((EventConsumer consumer) -> start("consumer", consumer));
        start("announcer", handlers.announcing());
    }

    private void startWorkers(
            NotificationsConfig config, EventLog log, Database database, Surroundings surroundings, Lanes lanes) {
        Claiming claiming = new Claiming(
                new Targets(config.maxInFlightPerTarget(), config.circuitFailures(), config.circuitOpenFor()),
                new Slots(config.maxInFlight()),
                config.bulkLimit(),
                config.transactionDuration());
        Map<String, RunClaimed.Kind> kinds =
                Map.of(receivers.kind(), new RunClaimed.Kind(receivers, RetryPolicy.ofSecurityEventTokens(config)));
        RunClaimed run = new RunClaimed(
                kinds,
                log,
                new Complete(log, database, surroundings, lanes),
                surroundings,
                new AttemptLedger(claiming, lanes, surroundings, (_, _) -> {}));
        Workers workers = new Workers(database, surroundings, config, claiming, lanes, run, executor());
        RescueAbandoned rescue = workers.rescue();
        ClaimExpired expired = workers.claimExpired(kinds);
        WorkerLoop housekeeping = new WorkerLoop(
                "housekeeping",
                new Wakeups(surroundings),
                config.requeueEvery(),
                _ -> rescue.runOnce() + expired.runOnce(),
                surroundings);
        List<WorkerLoop> loops = workers.loops();
        loops.add(housekeeping);
        loops.forEach(loop -> start(loop.name(), loop));
    }

    private static ExecutorService executor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    private static void start(String name, Runnable loop) {
        Thread.ofPlatform().name(name).start(loop);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
