package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Puts claiming, running and rescuing together, as many of each as this process is told to have. */
public final class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final Database database;
    private final Surroundings surroundings;
    private final NotificationsConfig config;
    private final Claiming claiming;
    private final Lanes lanes;
    private final Consumer<Delivery> run;

    /** @param sends a thread per send, so that a slow one holds nobody up */
    public Workers(
            Database database,
            Surroundings surroundings,
            NotificationsConfig config,
            Claiming claiming,
            Lanes lanes,
            RunClaimed run,
            ExecutorService sends) {
        this.database = database;
        this.surroundings = surroundings;
        this.config = config;
        this.claiming = claiming;
        this.lanes = lanes;
        this.run = delivery -> start(delivery, run, sends);
    }

    public ClaimDue claimFirst() {
        return claim(false);
    }

    public ClaimDue claimRetries() {
        return claim(true);
    }

    public ClaimExpired claimExpired(Map<String, RunClaimed.Kind> kinds) {
        Map<String, RetryPolicy> policies = kinds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().policy()));
        return new ClaimExpired(database, surroundings, claiming, policies, run);
    }

    public RescueAbandoned rescue() {
        return new RescueAbandoned(database, surroundings, config.bulkLimit(), lanes::wake);
    }

    public List<WorkerLoop> loops() {
        List<WorkerLoop> loops = new ArrayList<>();
        for (int i = 1; i <= config.workers(); i++) {
            loops.add(loop("worker-" + i, claimFirst(), lanes.first(), config.requeueEvery()));
        }
        for (int i = 1; i <= config.retryWorkers(); i++) {
            loops.add(loop("retry-worker-" + i, claimRetries(), lanes.retry(), config.retryRequeueEvery()));
        }
        return loops;
    }

    private WorkerLoop loop(String name, ClaimDue claim, Wakeups wakeups, Duration fallback) {
        return new WorkerLoop(
                name,
                wakeups,
                fallback,
                asFallback -> asFallback ? claim.runFallback() : claim.runOnce(),
                surroundings);
    }

    private ClaimDue claim(boolean retrying) {
        return new ClaimDue(database, surroundings, claiming, retrying, config.handleActiveInstances(), run);
    }

    private static void start(Delivery delivery, RunClaimed run, ExecutorService sends) {
        try {
            sends.execute(() -> run.runOnce(delivery));
        } catch (RejectedExecutionException stopping) {
            LOG.debugf("delivery %s was claimed while stopping; it is rescued after its lease", delivery.id());
        }
    }
}
