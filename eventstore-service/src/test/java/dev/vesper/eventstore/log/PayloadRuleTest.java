package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5e3", "1e21", "1e999", "1E-999", "2.5e+990", "0e0"})
    void a_number_that_readers_take_when_it_is_written_out_may_be_stored(String number) {
        assertThat(PayloadRule.complaint("{\"n\": " + number + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "-1e1000", "1e-1000", "1e131071", "1e999999", "1e9999999999", "1.5e999"})
    void a_longer_one_is_refused(String number) {
        assertThat(PayloadRule.complaint("{\"n\": " + number + "}")).contains("number");
    }

    @Test
    void many_that_grow_together_beyond_what_the_topic_takes_are_refused() {
        assertThat(PayloadRule.complaint("{\"n\": [" + "1e900,".repeat(10) + "1]}"))
                .isEmpty();
        assertThat(PayloadRule.complaint("{\"n\": [" + "1e900,".repeat(20) + "1]}"))
                .contains("all together");
    }

    @Test
    void so_many_plain_ones_as_fit_may_be_stored() {
        assertThat(PayloadRule.complaint("{\"n\": [" + "1,".repeat(100_000) + "1]}"))
                .isEmpty();
    }
}
