package dev.vesper.eventstore.gateway.errors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Short names that a person can read out on the phone. */
@Singleton
public final class FailureIds implements Supplier<String> {
    private final RandomGenerator random;

    @Inject
    FailureIds() {
        this(new SecureRandom());
    }

    FailureIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String get() {
        return Long.toString(random.nextLong(1L << 50), Character.MAX_RADIX);
    }
}
