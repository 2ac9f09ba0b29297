package dev.vesper.eventstore.config;

import dev.vesper.config.ConfigCheck;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a service that was told something it does not understand, before anything else starts. */
@Singleton
final class StartCheck {
    private static final int FIRST = 1;

    void check(@Observes @Priority(FIRST) StartupEvent event, Config config, EventstoreConfig values) {
        ConfigCheck.of(config, "vesper", EventstoreConfig.class, values)
                .require(
                        values.internal().credential().length() >= 16,
                        "vesper.internal.credential must have at least 16 characters")
                .require(
                        values.relay().shards() <= values.kafka().partitions(),
                        "vesper.relay.shards must not be more than vesper.kafka.partitions")
                .orStop();
    }
}
