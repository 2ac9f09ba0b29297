package dev.vesper.projection.rebuild;

import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;

/** What a rebuild has beside its tables: checkpoints and parked aggregates of its own. */
final class Leftovers {
    private static final Sql DROP_CHECKPOINTS = Sql.of(Leftovers.class, "drop_checkpoints");
    private static final Sql DROP_PARKED = Sql.of(Leftovers.class, "drop_parked_aggregates");
    private static final Sql RENAME_PARKED = Sql.of(Leftovers.class, "rename_parked_aggregates");
    private static final Sql DROP_FAILED = Sql.of(Leftovers.class, "drop_failed_events");
    private static final Sql RENAME_FAILED = Sql.of(Leftovers.class, "rename_failed_events");
    private static final Sql DROP_STATES = Sql.of(Leftovers.class, "drop_current_states");

    private final Rebuild rebuild;

    Leftovers(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** What waits in the rebuild waits in the view from now on, and nothing else does. */
    void takeOver(Transaction transaction) {
        transaction.send(DROP_PARKED.with(rebuild.projection(), rebuild.version()));
        transaction.send(RENAME_PARKED.with(rebuild.buildName(), rebuild.version(), rebuild.projection()));
        transaction.send(DROP_FAILED.with(rebuild.stateName()));
        transaction.send(RENAME_FAILED.with(rebuild.buildStateName(), rebuild.stateName()));
        drop(transaction);
    }

    /** Checkpoints first, so that whoever still builds stops there. */
    void drop(Transaction transaction) {
        transaction.send(DROP_CHECKPOINTS.with(rebuild.buildName(), rebuild.version()));
        transaction.send(DROP_PARKED.with(rebuild.buildName(), rebuild.version()));
        transaction.send(DROP_FAILED.with(rebuild.buildStateName()));
        transaction.send(DROP_STATES.with(rebuild.buildStateName()));
    }
}
