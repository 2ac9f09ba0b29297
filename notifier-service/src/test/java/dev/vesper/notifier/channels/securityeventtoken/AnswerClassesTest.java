package dev.vesper.notifier.channels.securityeventtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.deliveries.Outcome;
import dev.vesper.notifier.egress.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Back-Channel Logout 1.0, section 2.8, and what apps that are being deployed answer. */
final class AnswerClassesTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void these_are_done(int status) {
        assertThat(outcome(status)).isEqualTo(new Outcome.Done(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 400, 410})
    void these_are_permanent(int status) {
        assertThat(outcome(status)).isInstanceOf(Outcome.Permanent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 408, 425, 429, 500, 502, 503, 504, 599})
    void these_are_temporary(int status) {
        assertThat(outcome(status)).isInstanceOf(Outcome.Temporary.class);
    }

    @Test
    void no_answer_is_temporary() {
        assertThat(AnswerClasses.outcome(new Answer.Failed("no answer within PT5S")))
                .isEqualTo(Outcome.Temporary.ofTarget("no answer within PT5S"));
    }

    @Test
    void an_address_that_is_not_allowed_is_permanent() {
        assertThat(AnswerClasses.outcome(new Answer.Refused("10.0.0.1 is not public")))
                .isEqualTo(new Outcome.Permanent("egress_denied", "10.0.0.1 is not public", 0));
    }

    @Test
    void retry_after_in_seconds_is_passed_on_and_a_date_is_not() {
        assertThat(temporary("17").retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(temporary("Fri, 31 Dec 1999 23:59:59 GMT").retryAfter()).isNull();
        assertThat(temporary("-1").retryAfter()).isNull();
    }

    @Test
    void what_is_kept_of_an_answer_is_short_and_holds_no_token() {
        String body = "you sent eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln and " + "x".repeat(10_000);
        Outcome.Permanent refused =
                (Outcome.Permanent) AnswerClasses.outcome(new Answer.Answered(400, Optional.empty(), body));
        assertThat(refused.error()).contains("[token]").doesNotContain("eyJ").hasSizeLessThan(300);
    }

    private static Outcome outcome(int status) {
        return AnswerClasses.outcome(new Answer.Answered(status, Optional.empty(), ""));
    }

    private static Outcome.Temporary temporary(String retryAfter) {
        return (Outcome.Temporary) AnswerClasses.outcome(new Answer.Answered(503, Optional.of(retryAfter), ""));
    }
}
