package dev.vesper.eventstore.write;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Ids of 128 bits, 48 of them the time in milliseconds, as 26 lower-case characters of Crockford's base 32, so that ids
 * made later sort later.
 */
public final class TimeSortedIds implements IdSource {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int TIME_SHIFT = 16;
    private static final long RANDOM_HIGH = 0xFFFF;

    private final Clock clock;
    private final RandomGenerator random;

    public TimeSortedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        return Asked.id().orElseGet(() -> of(clock.millis(), random.nextLong(), random.nextLong()));
    }

    static String of(long millis, long high, long low) {
        return encode((millis << TIME_SHIFT) | (high & RANDOM_HIGH), low);
    }

    static String encode(long high, long low) {
        char[] text = new char[LENGTH];
        long upper = high;
        long lower = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (lower & 31)];
            lower = (lower >>> 5) | (upper << 59);
            upper >>>= 5;
        }
        return new String(text);
    }
}
