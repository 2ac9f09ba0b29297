package dev.vesper.notifier.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    private static final Instant REQUESTED = Instant.parse("2026-03-01T12:00:00Z");
    private static final RetryPolicy POLICY = new RetryPolicy(
            3, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(20), 1.5, Duration.ofMinutes(2));

    @Test
    void retry_after_is_obeyed_when_it_is_longer_than_the_back_off() {
        assertThat(retry(Duration.ofSeconds(90), REQUESTED).backOff()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void retry_after_is_not_obeyed_for_longer_than_configured() {
        assertThat(retry(Duration.ofDays(3), REQUESTED).backOff()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_short_retry_after_does_not_shorten_the_back_off() {
        assertThat(retry(Duration.ZERO, REQUESTED).backOff())
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_501));
    }

    @Test
    void the_last_wait_ends_with_the_time_to_live() {
        Instant late = REQUESTED.plus(Duration.ofMinutes(4)).plusSeconds(59);
        assertThat(retry(Duration.ofSeconds(90), late).backOff()).isEqualTo(Duration.ofSeconds(1));
    }

    private static Verdict.Retry retry(@Nullable Duration retryAfter, Instant now) {
        Outcome outcome = new Outcome.Temporary("answered 503", 503, retryAfter, true);
        return (Verdict.Retry) Verdict.of(delivery(), outcome, POLICY, now, new Random(1));
    }

    private static Delivery delivery() {
        Request request = new Request(
                null,
                null,
                "s-1",
                "org-1",
                null,
                new TriggerEvent("session", "s-1", "session.terminated", 1, REQUESTED),
                "session.terminated",
                "back_channel_logout",
                "security_event_token",
                null,
                null);
        return new Delivery(
                "i-1",
                "n-1",
                "security-event-token",
                "https://a.example",
                "org-1",
                request,
                null,
                REQUESTED,
                false,
                0,
                1,
                new Lease(new UUID(1, 2), REQUESTED.plusSeconds(60)));
    }
}
