package dev.vesper.projection.given;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what must come true, and no longer than that takes. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_NS = 5_000_000;

    private Eventually() {}

    public static <T> void equals(Supplier<T> value, T expected) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T seen = value.get();
        while (!seen.equals(expected)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + expected + " within " + LIMIT + ", last seen " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
            seen = value.get();
        }
    }
}
