package dev.vesper.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what must come true, and no longer than that takes. */
final class Eventually {
    private static final long BETWEEN_LOOKS_NS = 5_000_000;

    private Eventually() {}

    static void isTrue(Duration limit, String what, Supplier<Boolean> condition) {
        var _ = becomes(limit, what, condition, Boolean::booleanValue);
    }

    /** @return the first value that is as expected */
    static <T> T becomes(Duration limit, String what, Supplier<T> value, Predicate<T> expected) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = value.get();
            if (expected.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit.toMillis() + " ms: " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
    }
}
