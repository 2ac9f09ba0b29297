package dev.vesper.benchmark;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param rounds how often each measurement is taken, in turns with all others
 * @param length of one measurement
 * @param share of the events that a full measurement fills the log with
 */
record Effort(int rounds, Duration length, double share) {
    static final Effort FULL = new Effort(5, Duration.ofSeconds(3), 1);

    /** For a first look: its medians say little. */
    static final Effort QUICK = new Effort(2, Duration.ofSeconds(2), 0.2);

    /** @param full how many there are in a full measurement */
    int events(int full) {
        return (int) (full * share);
    }
}
