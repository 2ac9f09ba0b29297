package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Repeats a step whenever there may be something to do, and at the latest after the fallback interval. */
public final class WorkerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(WorkerLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String name;
    private final Wakeups wakeups;
    private final Duration fallback;
    private final Step step;
    private final Surroundings surroundings;
    private volatile boolean stopped;
    private volatile Instant beat;

    /** One round of work. */
    @FunctionalInterface
    public interface Step {
        /** @return how much was done; the step is repeated until it is nothing */
        int run(boolean asFallback);
    }

    public WorkerLoop(String name, Wakeups wakeups, Duration fallback, Step step, Surroundings surroundings) {
        this.name = name;
        this.wakeups = wakeups;
        this.fallback = fallback;
        this.step = step;
        this.surroundings = surroundings;
        this.beat = surroundings.now();
    }

    public String name() {
        return name;
    }

    /** Whether it has not gone round for so long beyond its fallback interval. */
    public boolean isStalled(Duration forLong) {
        return beat.plus(fallback).plus(forLong).isBefore(surroundings.now());
    }

    public void stop() {
        stopped = true;
        wakeups.now();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                boolean called = wakeups.await(fallback);
                work(!called);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(boolean asFallback) {
        try {
            int done = 1;
            while (done > 0 && !stopped) {
                beat = surroundings.now();
                done = step.run(asFallback);
            }
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%s failed; it goes on", name);
            surroundings.pause().of(PAUSE);
            wakeups.now();
        }
    }
}
