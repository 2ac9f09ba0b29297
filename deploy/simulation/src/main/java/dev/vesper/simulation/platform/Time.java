package dev.vesper.simulation.platform;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** The clocks of the process that asks, and its fresh ids. */
public final class Time {
    private Time() {}

    @InsteadOf(System.class)
    public static long nanoTime() {
        return Actor.current().host().scheduler().nanos();
    }

    @InsteadOf(System.class)
    public static long currentTimeMillis() {
        return now().toEpochMilli();
    }

    @InsteadOf(Instant.class)
    public static Instant now() {
        return Actor.current().host().now();
    }

    @InsteadOf(Clock.class)
    public static Clock systemUTC() {
        return new HostClock();
    }

    @InsteadOf(UUID.class)
    public static UUID randomUUID() {
        return Actor.current().host().scheduler().chance().uuid();
    }

    private static final class HostClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("all time here is in UTC");
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
