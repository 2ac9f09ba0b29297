package dev.vesper.notifier.store;

import org.jspecify.annotations.Nullable;

/** A statement failed, or its answer did not come in time: then nobody knows whether it was done. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(String what, @Nullable Throwable cause) {
        super(what + " failed", cause);
    }
}
