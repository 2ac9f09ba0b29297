package dev.vesper.projection.engine;

import java.time.Duration;

/** Pauses that double with every failure, between two bounds. */
public record Backoff(Duration shortest, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    /** @param failures so far, from 1 */
    public Duration after(int failures) {
        long doubled = shortest.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        boolean tooLong = doubled <= 0 || doubled > longest.toMillis();
        return tooLong ? longest : Duration.ofMillis(doubled);
    }
}
