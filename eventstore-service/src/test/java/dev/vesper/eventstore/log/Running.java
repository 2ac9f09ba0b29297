package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vesper.eventstore.log.PushOutcome.Pushed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Things that happen beside the test's own thread. */
public final class Running {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Running() {}

    static CompletableFuture<PushOutcome> push(EventLog log, Push push) {
        return push(log, push, LIMIT);
    }

    static CompletableFuture<PushOutcome> push(EventLog log, Push push, Duration patience) {
        return CompletableFuture.supplyAsync(
                () -> log.push(push, patience), Executors.newVirtualThreadPerTaskExecutor());
    }

    static Pushed pushed(CompletableFuture<PushOutcome> push) {
        return (Pushed) assertThat(push)
                .succeedsWithin(LIMIT)
                .isInstanceOf(Pushed.class)
                .actual();
    }

    /** Looks again and again until it is so; fails after half a minute. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("waited in vain until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
