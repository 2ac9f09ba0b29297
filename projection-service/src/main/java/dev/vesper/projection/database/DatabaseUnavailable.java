package dev.vesper.projection.database;

/** The database did not answer, or not in time. What was asked of it may or may not have happened. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
