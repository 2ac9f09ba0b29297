package dev.vesper.simulation.database;

/** The statement waits for another transaction, and is done again once that is over. */
final class Blocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Blocked() {
        super(null, null, false, false);
    }
}
