package dev.vesper.notifier.deliveries;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes due deliveries of one lane, first attempts or further ones, and passes them on with a lease. */
public final class ClaimDue {
    private static final Statement CLAIM = Statement.named("claim_due_deliveries");

    private final Database database;
    private final Surroundings surroundings;
    private final Claiming claiming;
    private final boolean retrying;
    private final Duration activeWithin;
    private final Consumer<Delivery> run;
    private String lastTarget = "";

    /** @param activeWithin for {@link #runFallback}; zero: all instances */
    public ClaimDue(
            Database database,
            Surroundings surroundings,
            Claiming claiming,
            boolean retrying,
            Duration activeWithin,
            Consumer<Delivery> run) {
        this.database = database;
        this.surroundings = surroundings;
        this.claiming = claiming;
        this.retrying = retrying;
        this.activeWithin = activeWithin;
        this.run = run;
    }

    /** @return how many were claimed */
    public int runOnce() {
        return claimFrom(null);
    }

    /** The same, over instances only that had an event lately, when it is so configured. */
    public int runFallback() {
        return claimFrom(activeWithin.isZero() ? null : utc(surroundings.now().minus(activeWithin)));
    }

    private int claimFrom(@Nullable OffsetDateTime activeSince) {
        List<Delivery> claimed = claim(activeSince);
        if (!claimed.isEmpty()) {
            surroundings.killPoint().reached(KillPoint.AFTER_CLAIM);
        }
        claimed.forEach(run);
        return claimed.size();
    }

    /** One claim at a time per process, so that two workers do not count the same room twice. */
    private List<Delivery> claim(@Nullable OffsetDateTime activeSince) {
        synchronized (claiming) {
            int most = claiming.most();
            if (most == 0) {
                return List.of();
            }
            List<Delivery> claimed = claim(most, activeSince);
            if (claimed.isEmpty() && !lastTarget.isEmpty()) {
                lastTarget = "";
                claimed = claim(most, activeSince);
            }
            lastTarget = claimed.size() < most ? "" : greatestTarget(claimed);
            claiming.started(claimed);
            return claimed;
        }
    }

    private List<Delivery> claim(int most, @Nullable OffsetDateTime activeSince) {
        Instant now = surroundings.now();
        Map<String, Integer> busy = claiming.targets().roomOfBusy(now);
        Lease lease = claiming.lease(now, surroundings);
        return ClaimedRows.read(
                database.run(
                        CLAIM,
                        retrying,
                        lastTarget,
                        busy.keySet().toArray(String[]::new),
                        busy.values().toArray(Integer[]::new),
                        utc(now),
                        claiming.targets().cap(),
                        most,
                        lease.holder(),
                        utc(lease.until()),
                        activeSince),
                lease);
    }

    private static String greatestTarget(List<Delivery> claimed) {
        return claimed.stream().map(Delivery::target).max(String::compareTo).orElse("");
    }
}
