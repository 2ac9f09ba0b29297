package dev.vesper.eventstore.log;

import org.jspecify.annotations.Nullable;

/** Why a push has no outcome, or a query no answer. */
public abstract sealed class LogException extends RuntimeException
        permits LogBusy, PushExpired, LogUnavailable, InvalidPush, InvalidQuery {
    LogException(String message) {
        super(message);
    }

    LogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
