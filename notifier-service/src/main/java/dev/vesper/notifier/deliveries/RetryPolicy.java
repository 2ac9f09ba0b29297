package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.config.SecurityEventTokenConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How often, how long and how far apart one kind is tried.
 *
 * @param maxAttempts 0: no limit
 * @param factor at least 1
 */
public record RetryPolicy(
        int maxAttempts, Duration maxTtl, Duration minDelay, Duration maxDelay, double factor, Duration maxRetryAfter) {

    public RetryPolicy {
        factor = Math.max(1, factor);
    }

    public static RetryPolicy ofSecurityEventTokens(NotificationsConfig all) {
        SecurityEventTokenConfig own = all.securityEventToken();
        return new RetryPolicy(
                own.maxAttempts(),
                own.maxTtl(),
                own.minRetryDelay().orElse(all.minRetryDelay()),
                own.maxRetryDelay(),
                own.retryDelayFactor().orElse(all.retryDelayFactor()),
                all.maxRetryAfter());
    }

    boolean isUsedUp(int attempts) {
        return maxAttempts > 0 && attempts >= maxAttempts;
    }

    boolean isExpired(Instant requestedAt, Instant now) {
        return !now.isBefore(requestedAt.plus(maxTtl));
    }

    /**
     * A random time between {@code min * factor^(n-1)} and {@code min * factor^n}, capped. Computed from the number of the
     * attempt and not from the last delay, so that it surely grows.
     *
     * @param attempt the attempt that failed, from 1
     */
    Duration delayAfter(int attempt, RandomGenerator random) {
        double from = capped((double) minDelay.toMillis() * Math.pow(factor, attempt - 1.0));
        double to = capped((double) minDelay.toMillis() * Math.pow(factor, attempt));
        return Duration.ofMillis(Math.round(from + (to - from) * random.nextDouble()));
    }

    private double capped(double millis) {
        return Math.min(millis, (double) maxDelay.toMillis());
    }
}
