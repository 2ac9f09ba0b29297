package dev.vesper.projection.config;

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

    void check(@Observes @Priority(FIRST) StartupEvent event, Config config, ProjectionConfig values) {
        ConfigCheck.of(config, "vesper", ProjectionConfig.class, values)
                .require(
                        values.internal().credential().length() >= 16,
                        "vesper.internal.credential must have at least 16 characters")
                .require(
                        isShorter(values.projection()),
                        "vesper.projection.rebuild.swap-wait and twice its lock-timeout must fit into"
                                + " vesper.projection.transaction-timeout")
                .require(
                        values.projection()
                                        .longestTurn()
                                        .compareTo(values.projection().transactionTimeout())
                                > 0,
                        "vesper.projection.longest-turn must be longer than vesper.projection.transaction-timeout")
                .require(
                        values.projection().rebuild().poll().isPositive(),
                        "vesper.projection.rebuild.poll must be longer than nothing")
                .orStop();
    }

    private static boolean isShorter(ProjectionConfig.Projection projection) {
        var swap = projection.rebuild();
        var longest = swap.swapWait().plus(swap.lockTimeout().multipliedBy(2));
        return longest.compareTo(projection.transactionTimeout()) < 0;
    }
}
