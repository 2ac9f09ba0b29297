package dev.vesper.acceptance;

import java.time.Duration;

/**
 * How long one side of a race sets out before the other. It follows who won last, so that both sides win often however fast the
 * machine is: the step doubles while the same side wins, and halves when the other one does.
 */
final class HeadStart {
    private static final Duration LEAST_STEP = Duration.ofNanos(100_000);
    private static final Duration FIRST_STEP = Duration.ofMillis(1);
    private static final Duration MOST_STEP = Duration.ofMillis(32);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private long nanos;
    private long stepNanos = FIRST_STEP.toNanos();
    private boolean firstWonLast;

    /** Of the first side; nothing while the second side has one. */
    Duration ofFirst() {
        return Duration.ofNanos(Math.max(0, nanos));
    }

    /** Of the second side; nothing while the first side has one. */
    Duration ofSecond() {
        return Duration.ofNanos(Math.max(0, -nanos));
    }

    /** Moves towards the side that won less often, the further the clearer that was. */
    void won(int byFirst, int bySecond) {
        boolean first = byFirst > bySecond;
        stepNanos = first == firstWonLast
                ? Math.min(stepNanos * 2, MOST_STEP.toNanos())
                : Math.max(stepNanos / 2, LEAST_STEP.toNanos());
        firstWonLast = first;
        long move = stepNanos * (bySecond - byFirst) / (bySecond + byFirst);
        nanos = Math.clamp(nanos + move, -LONGEST.toNanos(), LONGEST.toNanos());
    }
}
