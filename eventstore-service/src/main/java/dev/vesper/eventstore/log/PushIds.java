package dev.vesper.eventstore.log;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids of pushes that rise with time (RFC 9562, version 7). The ids of a day stand in an index by id, and those of now
 * then stand together at its end: a batch touches one page of it and not one per push.
 */
public final class PushIds {
    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000;
    private static final long RANDOM_HIGH = 0xFFF;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int VARIANT_BITS = 2;

    private PushIds() {}

    /** @param epochMillis the time now */
    public static UUID next(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << TIME_SHIFT) | VERSION | (random.nextLong() & RANDOM_HIGH);
        return new UUID(high, VARIANT | (random.nextLong() >>> VARIANT_BITS));
    }
}
