package dev.vesper.simulation.database;

/** How the way to the server is at the moment. */
public interface Weather {
    /** Whether the connection breaks before the statement reaches the server. */
    default boolean breaksBefore(String statement) {
        return false;
    }

    /** Whether it breaks once the statement is done, so that nobody hears of it. */
    default boolean breaksAfter(String statement) {
        return false;
    }

    /** Whether the client takes a commit for done as soon as it was sent, which is a fault. */
    default boolean trustsCommits() {
        return false;
    }

    /** How long the statement is on its way. */
    default long delayNanos() {
        return 0;
    }
}
