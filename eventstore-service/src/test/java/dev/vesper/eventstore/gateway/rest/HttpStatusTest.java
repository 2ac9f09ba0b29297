package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpStatusTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT,400",
        "FAILED_PRECONDITION,400",
        "UNAUTHENTICATED,401",
        "PERMISSION_DENIED,403",
        "NOT_FOUND,404",
        "ALREADY_EXISTS,409",
        "ABORTED,409",
        "RESOURCE_EXHAUSTED,429",
        "INTERNAL,500",
        "UNAVAILABLE,503",
        "DEADLINE_EXCEEDED,504"
    })
    void each_code_has_the_status_that_the_api_conventions_give_it(Code code, int status) {
        assertThat(HttpStatus.of(code.getNumber())).isEqualTo(status);
    }

    @Test
    void a_code_of_the_future_is_a_failure_of_ours() {
        assertThat(HttpStatus.of(99)).isEqualTo(500);
    }
}
