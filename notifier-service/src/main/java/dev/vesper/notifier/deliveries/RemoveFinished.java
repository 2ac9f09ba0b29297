package dev.vesper.notifier.deliveries;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Duration;

/** Drops schedule rows that ended long ago. Their record is in the log. */
public final class RemoveFinished {
    private static final Statement REMOVE = Statement.named("remove_finished_deliveries");
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Surroundings surroundings;
    private final Duration keep;

    public RemoveFinished(Database database, Surroundings surroundings, Duration keep) {
        this.database = database;
        this.surroundings = surroundings;
        this.keep = keep;
    }

    /** @return how many were removed */
    public int runOnce() {
        return database.run(REMOVE, utc(surroundings.now().minus(keep)), AT_ONCE)
                .rowCount();
    }
}
