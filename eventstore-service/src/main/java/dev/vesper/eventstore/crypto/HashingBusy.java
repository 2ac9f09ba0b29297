package dev.vesper.eventstore.crypto;

/** The pool that hashes passwords has no room or no time: try again later. */
public final class HashingBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HashingBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
