package dev.vesper.eventstore.log;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer in time, or takes no pushes. Whether the push was written is unknown: repeat it with the same
 * push id, and the log answers the first outcome.
 */
public final class LogUnavailable extends LogException {
    public LogUnavailable(String message) {
        super(message);
    }

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
