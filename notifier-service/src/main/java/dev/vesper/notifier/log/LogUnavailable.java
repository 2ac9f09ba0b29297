package dev.vesper.notifier.log;

/** The log did not answer for as long as the caller could wait. Nobody knows whether the push was written. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailable(Throwable cause) {
        super("the event log does not answer: " + cause.getMessage(), cause);
    }
}
