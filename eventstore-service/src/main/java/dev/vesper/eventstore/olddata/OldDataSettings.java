package dev.vesper.eventstore.olddata;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How {@code migrate-old-data} works. */
public interface OldDataSettings {
    /** Rows that are copied in one transaction. */
    @WithDefault("20000")
    int pageRows();

    /** The final lock is asked for once no more rows than this wait to be copied. */
    @WithDefault("1000")
    int finalRows();

    /** The longest that writers of the old table wait behind our wish for its lock; then we step back. */
    @WithDefault("200ms")
    Duration lockTimeout();

    /** How long we step back before the lock is asked for again. */
    @WithDefault("2s")
    Duration lockPause();

    /** How often the lock is asked for before the migration gives up; it goes on there when it is run again. */
    @WithDefault("100")
    int lockAttempts();

    /** The longest that the old table may stay locked; beyond it everything under the lock is undone and tried again. */
    @WithDefault("2s")
    Duration longestLock();

    /** How often progress is shown. */
    @WithDefault("2s")
    Duration progressInterval();

    /** Rows that are named where something is wrong with many. */
    @WithDefault("20")
    int namedRows();
}
