package dev.vesper.oidc.world;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition. */
public final class Eventually {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Eventually() {}

    /** @throws AssertionError when it does not hold in time */
    public static void holds(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true within " + atMost);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
