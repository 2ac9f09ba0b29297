package dev.vesper.notifier;

import dev.vesper.notifier.automation.EventConsumer;
import dev.vesper.notifier.automation.Handlers;
import dev.vesper.notifier.channels.securityeventtoken.Apps;
import dev.vesper.notifier.channels.securityeventtoken.Contents;
import dev.vesper.notifier.channels.securityeventtoken.EndReasons;
import dev.vesper.notifier.channels.securityeventtoken.Issuers;
import dev.vesper.notifier.channels.securityeventtoken.LogoutTokens;
import dev.vesper.notifier.channels.securityeventtoken.SecurityEventTokenChannel;
import dev.vesper.notifier.channels.securityeventtoken.SignedInAgain;
import dev.vesper.notifier.channels.securityeventtoken.SigningKeys;
import dev.vesper.notifier.channels.securityeventtoken.Traces;
import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.config.SecurityEventTokenConfig;
import dev.vesper.notifier.deliveries.AttemptLedger;
import dev.vesper.notifier.deliveries.ClaimExpired;
import dev.vesper.notifier.deliveries.Claiming;
import dev.vesper.notifier.deliveries.Complete;
import dev.vesper.notifier.deliveries.Lanes;
import dev.vesper.notifier.deliveries.RemoveFinished;
import dev.vesper.notifier.deliveries.RescueAbandoned;
import dev.vesper.notifier.deliveries.RetryPolicy;
import dev.vesper.notifier.deliveries.RunClaimed;
import dev.vesper.notifier.deliveries.Slots;
import dev.vesper.notifier.deliveries.Targets;
import dev.vesper.notifier.deliveries.Wakeups;
import dev.vesper.notifier.deliveries.WorkerLoop;
import dev.vesper.notifier.deliveries.Workers;
import dev.vesper.notifier.egress.EgressGuard;
import dev.vesper.notifier.egress.GuardedHttp;
import dev.vesper.notifier.egress.NameLookUp;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Listening;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One notifier, put together by hand: consumers, workers, channels, and the threads that they own. */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Notifier.class);
    private static final Duration CONSUMER_STOP = Duration.ofSeconds(5);

    private final NotifierConfig config;
    private final Surroundings surroundings;
    private final Database database;
    private final InternalClients clients;
    private final EventLog log;
    private final GuardedHttp http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService signing;
    private final Lanes lanes;
    private final Claiming claiming;
    private final Meters meters;
    private final Listening listening;
    private final List<WorkerLoop> loops = new ArrayList<>();
    private final List<EventConsumer> consumers = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();
    private @Nullable Rehearsal rehearsal;

    /** What the process around it gives. */
    public record Platform(Vertx vertx, Pool pool, MeterRegistry registry, OpenTelemetry telemetry) {}

    public Notifier(NotifierConfig config, Platform platform, Surroundings surroundings) {
        NotificationsConfig notifications = config.notifications();
        this.config = config;
        this.surroundings = surroundings;
        this.database = new Database(platform.pool(), config.postgres().timeout());
        this.clients = new InternalClients(config);
        this.log = new EventLog(clients, surroundings);
        this.http = http(platform.vertx());
        this.signing = Executors.newFixedThreadPool(
                signingThreads(notifications.securityEventToken()),
                Thread.ofPlatform().daemon().name("signing-", 0).factory());
        this.lanes = new Lanes(new Wakeups(surroundings), new Wakeups(surroundings));
        this.claiming = new Claiming(
                new Targets(
                        notifications.maxInFlightPerTarget(),
                        notifications.circuitFailures(),
                        notifications.circuitOpenFor()),
                new Slots(notifications.maxInFlight()),
                notifications.bulkLimit(),
                notifications.transactionDuration());
        this.meters = new Meters(platform.registry(), database, surroundings, claiming);
        this.listening = new Listening(platform.pool(), lanes::wake);
        addWorkers(new Traces(platform.telemetry()));
        addHandlers();
    }

    public void start() {
        loops.forEach(loop -> start(loop.name(), loop));
        for (int i = 0; i < consumers.size(); i++) {
            start("handler-" + (i + 1), consumers.get(i));
        }
    }

    /** To be called once, after {@link #start}; it takes a while, and nothing needs to wait for it. */
    public void rehearse() {
        if (rehearsal != null) {
            rehearsal.run();
        }
    }

    /** Names of loops that have not gone round for this long; a thread that died is among them. */
    public List<String> stalled(Duration forLong) {
        List<String> stalled = new ArrayList<>();
        loops.stream()
                .filter(loop -> loop.isStalled(forLong))
                .map(WorkerLoop::name)
                .forEach(stalled::add);
        if (consumers.stream().anyMatch(consumer -> consumer.isStalled(forLong))) {
            stalled.add("handler");
        }
        return stalled;
    }

    /** Stops taking, lets what is under way end within the grace time, and leaves the rest to its lease. */
    @Override
    public void close() {
        consumers.forEach(EventConsumer::stop);
        loops.forEach(WorkerLoop::stop);
        running.forEach(Notifier::join);
        drain(sends, config.notifications().stopGrace());
        drain(threads, Duration.ofSeconds(1));
        signing.shutdownNow();
        http.close();
        clients.close();
    }

    private void addWorkers(Traces traces) {
        NotificationsConfig notifications = config.notifications();
        if (notifications.workers() + notifications.retryWorkers() == 0) {
            return;
        }
        SecurityEventTokenChannel channel = new SecurityEventTokenChannel(
                new Apps(clients, surroundings.clock(), notifications.rememberFor()),
                tokens(),
                new Contents(
                        new SignedInAgain(clients),
                        new EndReasons(log),
                        surroundings,
                        notifications.securityEventToken().tellReason()),
                http,
                traces);
        Map<String, RunClaimed.Kind> kinds =
                Map.of(channel.kind(), new RunClaimed.Kind(channel, RetryPolicy.ofSecurityEventTokens(notifications)));
        rehearsal = new Rehearsal(
                log, channel, http, surroundings, config.internal().retryFor());
        RunClaimed run = new RunClaimed(
                kinds,
                log,
                new Complete(log, database, surroundings, lanes),
                surroundings,
                new AttemptLedger(claiming, lanes, surroundings, meters::attempted));
        Workers workers = new Workers(database, surroundings, notifications, claiming, lanes, run, sends);
        loops.addAll(workers.loops());
        loops.add(housekeeping(workers.rescue(), workers.claimExpired(kinds)));
    }

    private void addHandlers() {
        if (config.notifications().handlers() == 0) {
            return;
        }
        Handlers handlers =
                Handlers.of(new Handlers.Means(config, database, log, clients, surroundings, threads, this::scheduled));
        consumers.addAll(handlers.consumers());
        loops.add(handlers.announcing());
    }

    /** Workers of this process start at once; those of others hear of it from the database. */
    private void scheduled(List<Instant> due) {
        lanes.first().now();
        due.stream().filter(at -> at.isAfter(surroundings.now())).forEach(lanes.first()::at);
    }

    private WorkerLoop housekeeping(RescueAbandoned rescue, ClaimExpired claimExpired) {
        RemoveFinished remove = new RemoveFinished(
                database, surroundings, config.notifications().keepFinished());
        return new WorkerLoop(
                "housekeeping",
                new Wakeups(surroundings),
                config.notifications().requeueEvery(),
                _ -> {
                    listening.runOnce();
                    meters.runOnce();
                    return rescue.runOnce() + claimExpired.runOnce() + remove.runOnce();
                },
                surroundings);
    }

    private LogoutTokens tokens() {
        SecurityEventTokenConfig own = config.notifications().securityEventToken();
        return new LogoutTokens(
                new SigningKeys(clients, surroundings.clock(), own.rememberKeysFor()),
                new Issuers(log, clients),
                signing,
                surroundings,
                own.tokenLifetime());
    }

    private GuardedHttp http(Vertx vertx) {
        EgressGuard guard = new EgressGuard(
                config.http().egressAllow().orElse(List.of()),
                config.http().egressDeny().orElse(List.of()));
        return new GuardedHttp(
                vertx,
                config.http(),
                guard,
                new NameLookUp(threads),
                config.notifications().maxInFlightPerTarget());
    }

    private static int signingThreads(SecurityEventTokenConfig own) {
        return own.signingThreads() > 0
                ? own.signingThreads()
                : Runtime.getRuntime().availableProcessors();
    }

    private void start(String name, Runnable loop) {
        running.add(Thread.ofPlatform().name(name).start(loop));
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(CONSUMER_STOP)) {
                LOG.warnf("%s does not stop; it is left behind", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(ExecutorService threads, Duration grace) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("sends are still under way; they are rescued after their leases");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
