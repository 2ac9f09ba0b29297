package dev.vesper.simulation.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Chooses by the seed who goes next. Time passes a little with every step, and jumps where all wait for it. */
public final class Scheduler {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST_STEP_MICROS = 200;

    private final Chance chance;
    private final Trace trace;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Turn> ready = new ArrayList<>();
    private long nanos = 1;
    private long steps;
    private @Nullable Violation failure;

    public Scheduler(Chance chance, Trace trace) {
        this.chance = chance;
        this.trace = trace;
    }

    public Chance chance() {
        return chance;
    }

    /** Never goes back, and is the same for all. */
    public long nanos() {
        return nanos;
    }

    /** The right time. */
    public Instant now() {
        return START.plusNanos(nanos);
    }

    public long steps() {
        return steps;
    }

    public void add(Turn turn) {
        turns.add(turn);
    }

    public void note(Object... what) {
        trace.note(nanos, what);
    }

    /** Ends the run at once. */
    public void fail(Violation violation) {
        failure = failure == null ? violation : failure;
    }

    /**
     * @return false when so many steps were not enough
     * @throws Violation that was found, or that nothing goes on any more
     */
    public boolean run(BooleanSupplier finished, long mostSteps) {
        for (long end = steps + mostSteps; !finished.getAsBoolean(); steps++) {
            if (steps >= end) {
                return false;
            }
            Turn next = next();
            trace.note(nanos, next.name());
            next.take();
            if (failure != null) {
                throw failure;
            }
            nanos += 1_000L * (1 + chance.below(LONGEST_STEP_MICROS));
        }
        return true;
    }

    private Turn next() {
        findReady();
        if (ready.isEmpty()) {
            long due = turns.stream().mapToLong(Turn::dueNanos).min().orElse(Turn.NEVER);
            if (due == Turn.NEVER) {
                throw new Violation("everybody waits for somebody else");
            }
            nanos = Math.max(nanos, due);
            findReady();
        }
        return chance.of(ready);
    }

    private void findReady() {
        ready.clear();
        turns.removeIf(Turn::isOver);
        for (Turn turn : turns) {
            if (turn.isReady(nanos)) {
                ready.add(turn);
            }
        }
    }
}
