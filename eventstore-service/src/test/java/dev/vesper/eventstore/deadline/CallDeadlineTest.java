package dev.vesper.eventstore.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header as the gRPC protocol over HTTP/2 has it. */
final class CallDeadlineTest {
    @ParameterizedTest
    @CsvSource({"2H,7200", "3M,180", "20S,20", "20000m,20", "20000000u,20"})
    void counts_from_now(String header, long seconds) {
        var deadline = Objects.requireNonNull(CallDeadline.deadline(header));

        assertThat(deadline.timeRemaining(TimeUnit.SECONDS)).isBetween(seconds - 10, seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "20", "20s", "-5S", "123456789S", "2 S", "\u0662S"})
    void is_none_where_the_header_says_none(String header) {
        assertThat(CallDeadline.deadline(header)).isNull();
    }

    @Test
    void is_none_without_a_header() {
        assertThat(CallDeadline.deadline(null)).isNull();
    }
}
