package dev.vesper.notifier.deliveries;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes what has outlived its time, also where the target's circuit is open, so that it is canceled with an event. */
public final class ClaimExpired {
    private static final Statement CLAIM = Statement.named("claim_expired_deliveries");

    private final Database database;
    private final Surroundings surroundings;
    private final Claiming claiming;
    private final Map<String, RetryPolicy> policies;
    private final Consumer<Delivery> run;

    public ClaimExpired(
            Database database,
            Surroundings surroundings,
            Claiming claiming,
            Map<String, RetryPolicy> policies,
            Consumer<Delivery> run) {
        this.database = database;
        this.surroundings = surroundings;
        this.claiming = claiming;
        this.policies = policies;
        this.run = run;
    }

    /** @return how many were claimed */
    public int runOnce() {
        return policies.entrySet().stream()
                .mapToInt(policy -> claim(policy.getKey(), policy.getValue()))
                .sum();
    }

    private int claim(String kind, RetryPolicy policy) {
        List<Delivery> claimed;
        synchronized (claiming) {
            claimed = claim(kind, policy, claiming.most());
            claiming.started(claimed);
        }
        claimed.forEach(run);
        return claimed.size();
    }

    private List<Delivery> claim(String kind, RetryPolicy policy, int most) {
        Instant now = surroundings.now();
        Lease lease = claiming.lease(now, surroundings);
        return ClaimedRows.read(
                database.run(CLAIM, kind, utc(now.minus(policy.maxTtl())), most, lease.holder(), utc(lease.until())),
                lease);
    }
}
