package dev.vesper.eventstore.olddata;

/** The migration will not go on, and says what must be done first. Everything stands as before the step that was refused. */
final class OldDataRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OldDataRefused(String reason) {
        super(reason, null, false, false);
    }
}
