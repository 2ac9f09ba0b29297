package dev.vesper.notifier.deliveries;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import org.jboss.logging.Logger;

/** Frees deliveries whose lease ran out: their worker died, hangs, or could not reach the log. */
public final class RescueAbandoned {
    private static final Logger LOG = Logger.getLogger(RescueAbandoned.class);
    private static final Statement RESCUE = Statement.named("rescue_abandoned_deliveries");

    private final Database database;
    private final Surroundings surroundings;
    private final int bulkLimit;
    private final Runnable wake;

    public RescueAbandoned(Database database, Surroundings surroundings, int bulkLimit, Runnable wake) {
        this.database = database;
        this.surroundings = surroundings;
        this.bulkLimit = bulkLimit;
        this.wake = wake;
    }

    /** @return how many were freed */
    public int runOnce() {
        int freed = database.run(RESCUE, utc(surroundings.now()), bulkLimit).rowCount();
        if (freed > 0) {
            LOG.warnf("the leases of %d deliveries ran out; they are looked up in the log and tried again", freed);
            wake.run();
        }
        return freed;
    }
}
