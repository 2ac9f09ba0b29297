package dev.vesper.notifier.config;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Workers and retries, per process. */
public interface NotificationsConfig {
    /** Threads that turn events into notification requests; 0: this process turns none. */
    @WithDefault("1")
    @AtLeast(0)
    int handlers();

    /** Workers for first attempts; 0: this process makes none. */
    @WithDefault("1")
    @AtLeast(0)
    int workers();

    /** How many deliveries a worker takes at once. */
    @WithDefault("10")
    int bulkLimit();

    /** How often workers look for first attempts that nothing told them of. */
    @WithDefault("2s")
    Duration requeueEvery();

    /** Workers for further attempts; 0: this process makes none. */
    @WithDefault("1")
    @AtLeast(0)
    int retryWorkers();

    /** How often workers look for further attempts that nothing told them of. */
    @WithDefault("2s")
    Duration retryRequeueEvery();

    /** That fallback looks only at instances that had an event within this time; 0: at all. */
    @WithDefault("0s")
    @AtLeast(0)
    Duration handleActiveInstances();

    /** How long a delivery belongs to the worker that took it. After that another may take it. */
    @WithDefault("1m")
    Duration transactionDuration();

    /** Attempts after which a notification is canceled; 0: no limit. */
    @WithDefault("3")
    @AtLeast(0)
    int maxAttempts();

    /** The time after its request at which a notification is canceled. */
    @WithDefault("5m")
    Duration maxTtl();

    /** The shortest wait before the second attempt. */
    @WithDefault("1s")
    Duration minRetryDelay();

    /** The longest wait between two attempts. */
    @WithDefault("20s")
    Duration maxRetryDelay();

    /** How much longer each wait is than the one before; below 1 counts as 1. */
    @WithDefault("1.5")
    double retryDelayFactor();

    /** Sends under way at once in this process. */
    @WithDefault("200")
    int maxInFlight();

    /** Sends under way at once to one target. */
    @WithDefault("10")
    int maxInFlightPerTarget();

    /** The longest that a target's {@code Retry-After} is obeyed. */
    @WithDefault("10m")
    @AtLeast(0)
    Duration maxRetryAfter();

    /** Failures in a row after which a target is left alone for a while; 0: never. */
    @WithDefault("5")
    @AtLeast(0)
    int circuitFailures();

    /** How long a target is left alone before one delivery tries it. */
    @WithDefault("5s")
    Duration circuitOpenFor();

    /** An app that joined a session so shortly before its end is told once more. 0: none is. */
    @WithDefault("10s")
    @AtLeast(0)
    Duration repeatIfJoinedWithin();

    /** How long after the end it is told once more. */
    @WithDefault("10s")
    Duration repeatAfter();

    /** How long an end waits for a registration of its app that is still on its way. */
    @WithDefault("1h")
    Duration awaitRegistration();

    /** How long a feature switch or an app's registration is remembered before it is asked for again. */
    @WithDefault("1s")
    @AtLeast(0)
    Duration rememberFor();

    /** How long finished deliveries are kept in the schedule; the events stay for ever. */
    @WithDefault("168h")
    Duration keepFinished();

    /** How long a stop waits for sends under way. */
    @WithDefault("10s")
    @AtLeast(0)
    Duration stopGrace();

    /** Logout tokens. */
    SecurityEventTokenConfig securityEventToken();
}
