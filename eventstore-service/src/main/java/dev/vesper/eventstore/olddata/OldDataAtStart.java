package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Stops the start of a service that would write into the log before the old events are in it: everything new must stand
 * behind them, and until the cut-over nobody knows where that is.
 */
@Singleton
final class OldDataAtStart {
    /** Before the log gives itself a base. */
    private static final int FIRST = 50;

    private final EventstoreConfig config;
    private final Sql sql;

    OldDataAtStart(EventstoreConfig config, Sql sql) {
        this.config = config;
        this.sql = sql;
    }

    void check(@Observes @Priority(FIRST) StartupEvent event) {
        if (!config.migrate().only()) {
            check(sql);
        }
    }

    /** @throws IllegalStateException that says what to run first */
    static void check(Sql sql) {
        Row obstacle =
                sql.run(Statement.of("old-data/read_obstacle")).iterator().next();
        String phase = obstacle.getString("phase");
        if (phase == null && obstacle.getBoolean("old_table")) {
            throw new IllegalStateException("This database holds eventstore.events of the system before. Run "
                    + OldDataCommand.NAME + " first, or give Vesper a database of its own");
        }
        if (phase != null && !phase.equals("cut_over")) {
            throw new IllegalStateException("The old events are being migrated (" + phase + "). Vesper can start after "
                    + OldDataCommand.NAME + " has cut over");
        }
    }
}
