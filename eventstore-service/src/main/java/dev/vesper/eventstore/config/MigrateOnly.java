package dev.vesper.eventstore.config;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Ends the process once the tables are up to date, where it was started for that alone. */
@Singleton
final class MigrateOnly {
    private final EventstoreConfig config;

    MigrateOnly(EventstoreConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.migrate().only()) {
            Quarkus.asyncExit(0);
        }
    }
}
