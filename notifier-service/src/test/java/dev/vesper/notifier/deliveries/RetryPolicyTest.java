package dev.vesper.notifier.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryPolicyTest {
    private static final long SEED = 20_260_301L;
    private static final int DRAWS = 2_000;

    private final RandomGenerator random = new Random(SEED);

    @Test
    void attempt_n_waits_between_min_times_factor_to_the_n_minus_1_and_min_times_factor_to_the_n() {
        RetryPolicy policy = policy(1.5, Duration.ofHours(1));
        for (int attempt = 1; attempt <= 8; attempt++) {
            double from = 1_000 * Math.pow(1.5, attempt - 1.0);
            double to = 1_000 * Math.pow(1.5, attempt);
            for (int draw = 0; draw < DRAWS; draw++) {
                assertThat((double) policy.delayAfter(attempt, random).toMillis())
                        .isBetween(from - 1, to + 1);
            }
        }
    }

    @Test
    void the_draws_fill_the_range() {
        RetryPolicy policy = policy(3, Duration.ofHours(1));
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            long millis = policy.delayAfter(1, random).toMillis();
            least = Math.min(least, millis);
            most = Math.max(most, millis);
        }
        assertThat(least).isLessThan(1_050);
        assertThat(most).isGreaterThan(2_950);
    }

    @Test
    void no_delay_is_longer_than_the_longest() {
        RetryPolicy policy = policy(10, Duration.ofSeconds(20));
        for (int attempt = 1; attempt <= 500; attempt++) {
            assertThat(policy.delayAfter(attempt, random)).isLessThanOrEqualTo(Duration.ofSeconds(20));
        }
        assertThat(policy.delayAfter(500, random)).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0, -3})
    void a_factor_of_1_is_legal_and_a_smaller_one_counts_as_1(double factor) {
        RetryPolicy policy = policy(factor, Duration.ofSeconds(20));
        assertThat(policy.delayAfter(1, random)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delayAfter(7, random)).isEqualTo(Duration.ofSeconds(1));
    }

    private static RetryPolicy policy(double factor, Duration longest) {
        return new RetryPolicy(
                3, Duration.ofMinutes(5), Duration.ofSeconds(1), longest, factor, Duration.ofMinutes(10));
    }
}
