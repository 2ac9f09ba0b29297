package dev.vesper.simulation.scheduling;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** All that is random in a run. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public long between(long from, long to) {
        return random.nextLong(from, to);
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public long bits() {
        return random.nextLong();
    }
}
