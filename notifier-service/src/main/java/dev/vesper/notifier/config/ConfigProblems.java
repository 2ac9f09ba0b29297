package dev.vesper.notifier.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Values out of range, all named at once. */
public final class ConfigProblems {
    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofMinutes(2);

    private final List<String> problems = new ArrayList<>();

    private ConfigProblems() {}

    /** @return one sentence per problem; empty when all is well */
    public static List<String> of(NotifierConfig config) {
        ConfigProblems found = new ConfigProblems();
        found.ofWorkers(config.notifications());
        found.ofRetries(config.notifications());
        found.ofTokens(config.notifications().securityEventToken());
        found.atLeast("http.max-response-bytes", config.http().maxResponseBytes(), 1);
        found.positive("http.connect-timeout", config.http().connectTimeout());
        found.positive("http.timeout", config.http().timeout());
        found.atLeast(
                "internal.credential, in characters,",
                config.internal().credential().length(),
                16);
        return List.copyOf(found.problems);
    }

    private void ofWorkers(NotificationsConfig config) {
        atLeast("notifications.handlers", config.handlers(), 0);
        atLeast("notifications.workers", config.workers(), 0);
        atLeast("notifications.retry-workers", config.retryWorkers(), 0);
        atLeast("notifications.bulk-limit", config.bulkLimit(), 1);
        atLeast("notifications.max-in-flight", config.maxInFlight(), 1);
        atLeast("notifications.max-in-flight-per-target", config.maxInFlightPerTarget(), 1);
        atLeast("notifications.circuit-failures", config.circuitFailures(), 0);
        positive("notifications.requeue-every", config.requeueEvery());
        positive("notifications.retry-requeue-every", config.retryRequeueEvery());
        positive("notifications.transaction-duration", config.transactionDuration());
        positive("notifications.circuit-open-for", config.circuitOpenFor());
    }

    private void ofRetries(NotificationsConfig config) {
        atLeast("notifications.max-attempts", config.maxAttempts(), 0);
        positive("notifications.max-ttl", config.maxTtl());
        positive("notifications.min-retry-delay", config.minRetryDelay());
        positive("notifications.max-retry-delay", config.maxRetryDelay());
    }

    private void ofTokens(SecurityEventTokenConfig config) {
        atLeast("notifications.security-event-token.max-attempts", config.maxAttempts(), 0);
        positive("notifications.security-event-token.max-ttl", config.maxTtl());
        positive("notifications.security-event-token.max-retry-delay", config.maxRetryDelay());
        positive("notifications.security-event-token.token-lifetime", config.tokenLifetime());
        if (config.tokenLifetime().compareTo(LONGEST_TOKEN_LIFETIME) > 0) {
            problems.add("vesper.notifications.security-event-token.token-lifetime must be at most 2m");
        }
    }

    private void atLeast(String key, int value, int least) {
        if (value < least) {
            problems.add("vesper." + key + " must be at least " + least + ", and is " + value);
        }
    }

    private void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            problems.add("vesper." + key + " must be longer than nothing");
        }
    }
}
