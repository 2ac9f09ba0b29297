package dev.vesper.eventstore.write;

/** Somebody changed a resource since the caller read it. Nothing was written. */
public final class EtagOutdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long current;

    EtagOutdated(long current) {
        super("the resource is at " + current, null, false, false);
        this.current = current;
    }

    /** The sequence at which the resource is now. */
    public long current() {
        return current;
    }
}
