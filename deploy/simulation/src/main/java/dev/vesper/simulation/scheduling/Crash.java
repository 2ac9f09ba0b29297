package dev.vesper.simulation.scheduling;

/** Thrown into every thread of a process that was killed. An error, so that nobody takes it for a failure to be handled. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("killed", null, false, false);
    }
}
