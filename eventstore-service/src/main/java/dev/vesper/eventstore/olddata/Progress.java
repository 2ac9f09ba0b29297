package dev.vesper.eventstore.olddata;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** What people see on the terminal. */
final class Progress {
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long intervalNanos;
    private long began;
    private long shown;
    private long rowsBefore;

    Progress(PrintStream out, LongSupplier nanoTime, Duration interval) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.intervalNanos = interval.toNanos();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** @param rowsDone by earlier runs, which say nothing about the rate of this one */
    void begin(long rowsDone) {
        began = nanoTime.getAsLong();
        shown = began;
        rowsBefore = rowsDone;
    }

    /** Shows how far it is, but not too often. */
    void copied(long rowsDone, long rowsExpected) {
        long now = nanoTime.getAsLong();
        if (now - shown >= intervalNanos) {
            shown = now;
            say(line(rowsDone, rowsExpected, now));
        }
    }

    /** Shows it once more, at the end of a piece of work. */
    void copiedAll(long rowsDone, long rowsExpected) {
        say(line(rowsDone, rowsExpected, nanoTime.getAsLong()));
    }

    private String line(long rowsDone, long rowsExpected, long now) {
        long expected = Math.max(rowsExpected, rowsDone);
        double seconds = Math.max(now - began, 1) / 1e9;
        double rate = (rowsDone - rowsBefore) / seconds;
        String left = rate > 0 ? "%.0f s left".formatted((expected - rowsDone) / rate) : "no end in sight yet";
        return String.format(
                Locale.ROOT,
                "  %,d of %,d rows (%.1f %%), %,.0f rows/s, %s",
                rowsDone,
                expected,
                expected == 0 ? 100.0 : 100.0 * rowsDone / expected,
                rate,
                left);
    }
}
