package dev.vesper.eventstore.log;

import java.time.Duration;

/** The queue is full. The push was not written; try again after {@link #retryAfter}. */
public final class LogBusy extends LogException {
    private final Duration retryAfter;

    public LogBusy(Duration retryAfter) {
        super("too many pushes are waiting; try again in " + retryAfter.toMillis() + " ms");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
