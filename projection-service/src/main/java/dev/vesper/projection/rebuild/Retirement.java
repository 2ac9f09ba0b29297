package dev.vesper.projection.rebuild;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;
import dev.vesper.projection.engine.Projection;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Drops tables that nobody reads any more: of canceled rebuilds, of views that a rebuild replaced, and of versions before. */
final class Retirement {
    private static final Logger LOG = Logger.getLogger(Retirement.class);
    private static final Sql LIMIT_LOCK_WAIT = Sql.of(Retirement.class, "limit_lock_wait");
    private static final Sql DROP_SCHEMA = Sql.of(Retirement.class, "drop_schema");
    private static final Sql DROP_TABLES = Sql.of(Retirement.class, "drop_tables");
    private static final Sql DROP_CHECKPOINTS = Sql.of(Retirement.class, "drop_checkpoints");
    private static final Sql DROP_PARKED = Sql.of(Retirement.class, "drop_parked_aggregates");
    private static final Sql DROP_FAILED = Sql.of(Retirement.class, "drop_failed_events");
    private static final Sql DROP_STATES = Sql.of(Retirement.class, "drop_current_states");
    private static final Sql FORGET_STEP = Sql.of(Retirement.class, "forget_setup_step");
    private static final Sql CHECK_GRACE_IS_OVER = Sql.of(Retirement.class, "check_grace_is_over");
    private static final Sql LIST_SUPERSEDED = Sql.of(Retirement.class, "list_superseded_versions");
    private static final Sql FINISH = Sql.of(Retirement.class, "finish_rebuild");

    private final Database database;
    private final Duration grace;
    private final Duration lockTimeout;

    Retirement(Database database, Duration grace, Duration lockTimeout) {
        this.database = database;
        this.grace = grace;
        this.lockTimeout = lockTimeout;
    }

    /** @param rebuild a canceled one */
    void dropBuilt(Rebuild rebuild) {
        inTransaction(transaction -> {
            new Leftovers(rebuild).drop(transaction);
            transaction.send(DROP_SCHEMA.with(rebuild.schema()));
        });
        LOG.infof("What rebuild %d of projection %s had built is dropped.", rebuild.id(), rebuild.projection());
    }

    /** @param rebuild a swapped one */
    void dropReplaced(Rebuild rebuild) {
        boolean over = Boolean.TRUE.equals(database.run(CHECK_GRACE_IS_OVER, rebuild.id(), grace.toMillis())
                .iterator()
                .next()
                .getBoolean("over"));
        if (over) {
            inTransaction(transaction -> {
                transaction.send(DROP_SCHEMA.with(rebuild.retiredSchema()));
                transaction.send(FINISH.with(rebuild.id()));
            });
            LOG.infof("What rebuild %d of projection %s replaced is dropped.", rebuild.id(), rebuild.projection());
        }
    }

    /** Versions before the projection's own, once no pod has moved their checkpoints for the grace time. */
    void dropSuperseded(Projection projection) {
        for (int version : supersededVersions(projection)) {
            String view = projection.name() + version;
            inTransaction(transaction -> {
                transaction.send(DROP_CHECKPOINTS.with(projection.name(), version));
                transaction.send(DROP_PARKED.with(projection.name(), version));
                transaction.send(DROP_FAILED.with("projections." + view));
                transaction.send(DROP_STATES.with("projections." + view));
                transaction.send(FORGET_STEP.with("create projections." + view));
                transaction.send(DROP_TABLES.with(view));
            });
            LOG.infof(
                    "Version %d of projection %s is dropped; nobody has kept it up for %s.",
                    version, projection.name(), grace);
        }
    }

    private List<Integer> supersededVersions(Projection projection) {
        List<Integer> versions = new ArrayList<>();
        for (Row row : database.run(LIST_SUPERSEDED, projection.name(), projection.version(), grace.toMillis())) {
            versions.add(row.getInteger("version"));
        }
        return versions;
    }

    private void inTransaction(java.util.function.Consumer<Transaction> work) {
        database.withConnection(connection -> {
            Transaction transaction = new Transaction(database, connection);
            transaction.send(LIMIT_LOCK_WAIT.with(lockTimeout.toMillis() + "ms"));
            work.accept(transaction);
            transaction.commit();
            return true;
        });
    }
}
