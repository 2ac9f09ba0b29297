package dev.vesper.projection.engine;

/** eventstore-service did not answer. Nothing is wrong with the events; the reader tries again. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
