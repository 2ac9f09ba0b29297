package dev.vesper.notifier.config;

import dev.vesper.config.ConfigCheck;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a service that was told something it does not understand, before anything else starts. */
@Singleton
final class StartCheck {
    private static final int FIRST = 1;
    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofMinutes(2);

    void check(@Observes @Priority(FIRST) StartupEvent event, Config config, NotifierConfig values) {
        of(config, values).orStop();
    }

    static ConfigCheck of(Config config, NotifierConfig values) {
        Duration tokenLifetime = values.notifications().securityEventToken().tokenLifetime();
        return ConfigCheck.of(config, "vesper", NotifierConfig.class, values)
                .require(
                        values.internal().credential().length() >= 16,
                        "vesper.internal.credential must have at least 16 characters")
                .require(
                        tokenLifetime.compareTo(LONGEST_TOKEN_LIFETIME) <= 0,
                        "vesper.notifications.security-event-token.token-lifetime must be at most 2m");
    }
}
