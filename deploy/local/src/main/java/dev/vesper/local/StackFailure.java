package dev.vesper.local;

/** Something that the person who started the stack can mend; the message says how, and needs no stack trace. */
public final class StackFailure extends RuntimeException {
    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
