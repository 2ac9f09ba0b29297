package dev.vesper.notifier.config;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What differs for logout tokens. Giving up after seconds would lose a logout to every rolling restart of an app. */
public interface SecurityEventTokenConfig {
    /** As {@code vesper.notifications.max-attempts}; 0: no limit. */
    @WithDefault("0")
    @AtLeast(0)
    int maxAttempts();

    /** As {@code vesper.notifications.max-ttl}. */
    @WithDefault("24h")
    Duration maxTtl();

    /** As {@code vesper.notifications.min-retry-delay}, which holds when this is not set. */
    Optional<Duration> minRetryDelay();

    /** As {@code vesper.notifications.max-retry-delay}. */
    @WithDefault("5m")
    Duration maxRetryDelay();

    /** As {@code vesper.notifications.retry-delay-factor}, which holds when this is not set. */
    Optional<Double> retryDelayFactor();

    /** How long a logout token is valid; at most two minutes (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
    @WithDefault("2m")
    Duration tokenLifetime();

    /** Whether logout tokens say why the session ended, in a claim {@code reason}: one of the reasons of {@code session.terminated}. */
    @WithDefault("false")
    boolean tellReason();

    /** Threads that sign; 0: as many as there are processors. */
    @WithDefault("0")
    @AtLeast(0)
    int signingThreads();

    /** How long signing keys are kept before they are asked for again. */
    @WithDefault("30s")
    Duration rememberKeysFor();
}
