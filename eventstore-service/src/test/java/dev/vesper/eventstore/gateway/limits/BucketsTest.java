package dev.vesper.eventstore.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BucketsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void a_burst_goes_through_and_then_so_many_per_second() {
        var buckets = new Buckets(10, 3, 100, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("ada")).isZero();
        }
        assertThat(buckets.take("ada")).isEqualTo(Duration.ofMillis(100));
        clock.advance(Duration.ofMillis(50));
        assertThat(buckets.take("ada")).isEqualTo(Duration.ofMillis(50));
        clock.advance(Duration.ofMillis(50));
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isPositive();
    }

    @Test
    void one_name_takes_nothing_from_another_and_nobody_saves_up_more_than_a_burst() {
        var buckets = new Buckets(10, 2, 100, clock);
        buckets.take("ada");
        buckets.take("ada");
        assertThat(buckets.take("ada")).isPositive();
        assertThat(buckets.take("grace")).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isPositive();
    }

    @Test
    void no_rate_is_no_limit() {
        var buckets = new Buckets(0, 1, 100, clock);
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.take("ada")).isZero();
        }
    }
}
