package dev.vesper.benchmark;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param rounds how often each measurement is taken, in turns with all others
 * @param length of one measurement
 */
record Effort(int rounds, Duration length) {
    static final Effort FULL = new Effort(5, Duration.ofSeconds(3));

    /** For a first look: its medians say little. */
    static final Effort QUICK = new Effort(2, Duration.ofSeconds(2));
}
