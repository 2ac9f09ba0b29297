package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.deliveries.Outcome.Done;
import dev.vesper.notifier.deliveries.Outcome.Permanent;
import dev.vesper.notifier.deliveries.Outcome.Temporary;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What follows from an outcome. */
sealed interface Verdict {
    record Sent(int attempt, int httpStatus) implements Verdict {}

    record Retry(int attempt, int httpStatus, String error, Duration backOff) implements Verdict {}

    /** @param attempt attempts made, 0 when none was */
    record Cancel(int attempt, int httpStatus, @Nullable String error, String reason) implements Verdict {}

    static Verdict of(Delivery delivery, Outcome outcome, RetryPolicy policy, Instant now, RandomGenerator random) {
        int attempt = delivery.attempts() + 1;
        return switch (outcome) {
            case Done done -> new Sent(attempt, done.httpStatus());
            case Permanent failed -> new Cancel(attempt, failed.httpStatus(), failed.error(), failed.reason());
            case Temporary failed -> afterTemporary(delivery, failed, policy, now, random);
        };
    }

    static Verdict ofExpired(Delivery delivery) {
        return new Cancel(delivery.attempts(), 0, "its time to live is over", "max_ttl");
    }

    private static Verdict afterTemporary(
            Delivery delivery, Temporary failed, RetryPolicy policy, Instant now, RandomGenerator random) {
        int attempt = delivery.attempts() + 1;
        if (policy.isUsedUp(attempt)) {
            return new Cancel(attempt, failed.httpStatus(), failed.error(), "max_attempts");
        }
        if (policy.isExpired(delivery.requestedAt(), now)) {
            return new Cancel(attempt, failed.httpStatus(), failed.error(), "max_ttl");
        }
        Duration backOff = longer(policy.delayAfter(attempt, random), asked(failed, policy));
        Duration left = Duration.between(now, delivery.requestedAt().plus(policy.maxTtl()));
        return new Retry(attempt, failed.httpStatus(), failed.error(), shorter(backOff, left));
    }

    private static Duration asked(Temporary failed, RetryPolicy policy) {
        return failed.retryAfter() == null ? Duration.ZERO : shorter(failed.retryAfter(), policy.maxRetryAfter());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
