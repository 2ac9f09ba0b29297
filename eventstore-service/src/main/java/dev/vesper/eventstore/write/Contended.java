package dev.vesper.eventstore.write;

/** Others changed the same aggregate at every attempt. Nothing was written; try again. */
public final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Contended(int attempts) {
        super("the aggregate changed during each of " + attempts + " attempts", null, false, false);
    }
}
