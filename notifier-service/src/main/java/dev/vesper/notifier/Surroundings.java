package dev.vesper.notifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What is not a function of its input: time, chance, fresh ids, waiting, and the tests' power cuts. */
public record Surroundings(Clock clock, RandomGenerator random, Supplier<UUID> ids, Pause pause, KillPoint killPoint) {

    public Instant now() {
        return clock.instant();
    }

    /** As the database takes it. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Waits between two tries of the same thing. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration);
    }
}
