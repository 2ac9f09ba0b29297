package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final int CALLERS = 16;

    private final Turns turns = new Turns();

    @Test
    void those_who_lost_a_race_try_again_one_after_the_other() throws Exception {
        AtomicInteger trying = new AtomicInteger();
        List<Integer> atOnce = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(() -> turns.take(Given.session("hot"), () -> {
                    atOnce.add(trying.incrementAndGet());
                    return trying.decrementAndGet();
                })));
            }
            for (Future<?> caller : callers) {
                caller.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(atOnce).hasSize(CALLERS).containsOnly(1);
    }

    @Test
    void another_aggregate_has_a_line_of_its_own() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> turns.take(Given.session("a"), () -> awaited(done)));
            Future<Boolean> other = threads.submit(() -> turns.take(Given.session("b"), () -> {
                done.countDown();
                return true;
            }));

            assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void newcomers_see_the_line_while_there_is_one() {
        assertThat(turns.hasLine(Given.session("a"))).isFalse();

        assertThat(turns.take(Given.session("a"), () -> turns.hasLine(Given.session("a"))))
                .isTrue();
        assertThat(turns.hasLine(Given.session("a"))).isFalse();
    }

    @Test
    void a_failed_attempt_gives_its_turn_back() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> turns.take(Given.session("a"), () -> {
                    throw new IllegalStateException("lost");
                }));

        assertThat(turns.take(Given.session("a"), () -> true)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
