package dev.vesper.projection.rebuild;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Puts the rebuilt tables in the place of those that are read, in one transaction. It holds the view's checkpoints, so that the
 * view stands still, and waits until the rebuild has come past each of them: nobody who saw a row finds it gone. Then tables,
 * checkpoints and parked aggregates change places, and the new generation makes all consumers load them anew. Readers wait
 * no longer than the lock timeout; a swap that would take longer is given up and tried again.
 */
final class Swap {
    private static final Logger LOG = Logger.getLogger(Swap.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Sql LIMIT_LOCK_WAIT = Sql.of(Swap.class, "limit_lock_wait");
    private static final Sql CLAIM = Sql.of(Swap.class, "claim_rebuild");
    private static final Sql CHECK_NEAR = Sql.of(Swap.class, "check_rebuild_is_near");
    private static final Sql CHECK_PAST = Sql.of(Swap.class, "check_rebuild_is_past");
    private static final Sql LOCK_CHECKPOINTS = Sql.of(Swap.class, "lock_checkpoints");
    private static final Sql SWAP_TABLES = Sql.of(Swap.class, "swap_tables");
    private static final Sql TAKE_OVER_CHECKPOINTS = Sql.of(Swap.class, "take_over_checkpoints");
    private static final Sql FINISH = Sql.of(Swap.class, "finish_swap");

    private final Database database;
    private final Duration longestWait;
    private final Duration lockTimeout;
    private final Predicate<Duration> stopsWithin;

    /** @param stopsWithin waits for so long, and tells whether this pod stops */
    Swap(Database database, Duration longestWait, Duration lockTimeout, Predicate<Duration> stopsWithin) {
        this.database = database;
        this.longestWait = longestWait;
        this.lockTimeout = lockTimeout;
        this.stopsWithin = stopsWithin;
    }

    /** @return whether it was done, now and here */
    boolean attempt(Rebuild rebuild) {
        boolean near = is(database.run(CHECK_NEAR, rebuild.projection(), rebuild.version(), rebuild.buildName())
                .iterator()
                .next()
                .getBoolean("near"));
        if (!near) {
            return false;
        }
        boolean done = database.withConnection(connection -> attempt(rebuild, new Transaction(database, connection)));
        if (done) {
            LOG.infof("Rebuild %d of projection %s is read from now on.", rebuild.id(), rebuild.projection());
        }
        return done;
    }

    private boolean attempt(Rebuild rebuild, Transaction transaction) {
        transaction.send(LIMIT_LOCK_WAIT.with(lockTimeout.toMillis() + "ms"));
        boolean claimed = transaction.ask(CLAIM.with(rebuild.id())).size() > 0;
        boolean done = claimed && holdViewUntilPast(rebuild, transaction);
        if (done) {
            swap(rebuild, transaction);
        }
        transaction.commit();
        return done;
    }

    private boolean holdViewUntilPast(Rebuild rebuild, Transaction transaction) {
        transaction.send(LOCK_CHECKPOINTS.with(rebuild.projection(), rebuild.version()));
        transaction.settle();
        long deadline = System.nanoTime() + longestWait.toNanos();
        while (!isPast(rebuild, transaction)) {
            if (System.nanoTime() > deadline || stopsWithin.test(BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPast(Rebuild rebuild, Transaction transaction) {
        return is(transaction
                .ask(CHECK_PAST.with(rebuild.projection(), rebuild.version(), rebuild.buildName()))
                .iterator()
                .next()
                .getBoolean("past"));
    }

    /** The order of locks is that of every writer: checkpoints first, then rows. */
    private static void swap(Rebuild rebuild, Transaction transaction) {
        transaction.send(LOCK_CHECKPOINTS.with(rebuild.buildName(), rebuild.version()));
        transaction.send(SWAP_TABLES.with(rebuild.view(), rebuild.schema(), rebuild.retiredSchema()));
        transaction.send(TAKE_OVER_CHECKPOINTS.with(rebuild.projection(), rebuild.version(), rebuild.buildName()));
        new Leftovers(rebuild).takeOver(transaction);
        transaction.send(FINISH.with(rebuild.id()));
    }

    private static boolean is(Boolean found) {
        return Boolean.TRUE.equals(found);
    }
}
