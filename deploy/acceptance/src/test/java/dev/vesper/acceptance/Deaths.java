package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackFailure;
import java.time.Duration;
import java.util.Map;

/** Lets a service die at a named point of its own code, as a power cut there would. */
record Deaths(LocalStack stack, Service service) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What a process answers that halted at its point; nobody else kills it here, and one that cannot start answers 1. */
    private static final int HALTED = 137;

    /**
     * @param point must be reached, or this fails
     * @param cause leads the service there; may come to nothing when the point lies in work that an earlier death left behind
     */
    void restartToDieAt(String point, Runnable cause) {
        try {
            stack.restart(service, Map.of("VESPER_TEST_KILL_AT", point));
        } catch (StackFailure e) {
            assertThat(stack.isAlive(service)).as(e.getMessage()).isFalse();
        }
        cause.run();
        assertThat(stack.awaitExit(service, LIMIT))
                .as("%s reached %s", service.module(), point)
                .isTrue();
        assertThat(stack.exitCode(service)).isEqualTo(HALTED);
    }
}
