package dev.vesper.eventstore.olddata;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Work under a lock of the old table that never holds its writers up for long. They queue behind a lock that is merely
 * wished for, so the wish is given up after a moment and made again later.
 */
final class ShortLock {
    private static final String TIMED_OUT = "57014";
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("55P03", "40P01", TIMED_OUT);

    private final OldDataSession session;
    private final OldDataSettings settings;
    private final Progress progress;
    private final Consumer<Duration> rest;
    private final LongSupplier nanoTime;
    private Duration held = Duration.ZERO;

    ShortLock(
            OldDataSession session,
            OldDataSettings settings,
            Progress progress,
            Consumer<Duration> rest,
            LongSupplier nanoTime) {
        this.session = session;
        this.settings = settings;
        this.progress = progress;
        this.rest = rest;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs the work in the transaction that has the lock.
     *
     * @param lock the statement that takes it
     * @param before done outside of the lock, before each try
     */
    void hold(String lock, Step before, Step work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            before.run();
            try {
                tryOnce(lock, work);
                return;
            } catch (SQLException e) {
                stepBack(e, attempt);
            }
        }
    }

    /** How long the lock was held last. */
    Duration held() {
        return held;
    }

    private void tryOnce(String lock, Step work) throws SQLException {
        long since = session.inTransaction(() -> {
            session.run("limit_waits", millis(settings.lockTimeout()), millis(settings.longestLock()));
            session.run(lock);
            long locked = nanoTime.getAsLong();
            work.run();
            if (nanoTime.getAsLong() - locked > settings.longestLock().toNanos()) {
                throw new SQLTimeoutException("the lock was held for too long", TIMED_OUT);
            }
            return locked;
        });
        held = Duration.ofNanos(nanoTime.getAsLong() - since);
    }

    private void stepBack(SQLException failure, int attempt) throws SQLException {
        if (!WORTH_ANOTHER_TRY.contains(failure.getSQLState())) {
            throw failure;
        }
        if (attempt >= settings.lockAttempts()) {
            throw new OldDataRefused(
                    "The old table could not be locked in %d attempts (%s). Nothing is lost: end what holds it, and run this again"
                            .formatted(attempt, failure.getMessage()));
        }
        progress.say("  the old table was not to be had (attempt %d of %d); its writers go on, next attempt in %d ms"
                .formatted(
                        attempt, settings.lockAttempts(), settings.lockPause().toMillis()));
        rest.accept(settings.lockPause());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    @FunctionalInterface
    interface Step {
        Step NOTHING = () -> {};

        void run() throws SQLException;
    }
}
