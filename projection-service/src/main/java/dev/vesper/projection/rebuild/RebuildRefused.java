package dev.vesper.projection.rebuild;

/** What was asked of a rebuild does not fit its state. */
public final class RebuildRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RebuildRefused(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Stable, for programs: REBUILD_RUNNING, NO_REBUILD_RUNNING or PROJECTION_INCOMPLETE. */
    public String reason() {
        return reason;
    }
}
