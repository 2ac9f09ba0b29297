package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.SqlFailed;
import org.jspecify.annotations.Nullable;

/** Why a batch could not be written as it was. */
abstract sealed class WriteFailure extends RuntimeException {
    static final String FOREIGN_SERVER =
            "the log was restored or failed over, and its position base was not raised yet";

    private final String reason;

    private WriteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = message;
    }

    String reason() {
        return reason;
    }

    /** Sorts what the database said; anything but a plain refusal of a statement means that the connection is gone. */
    static WriteFailure of(RuntimeException failure) {
        return switch (failure) {
            case WriteFailure known -> known;
            case SqlFailed refused when isWait(refused.sqlState()) -> new LocksNotHad(refused);
            case SqlFailed refused when isData(refused.sqlState()) -> new Rejected(refused);
            default -> new ConnectionLost(failure);
        };
    }

    /** lock_not_available, deadlock_detected, serialization_failure */
    private static boolean isWait(String state) {
        return state.equals("55P03") || state.equals("40P01") || state.equals("40001");
    }

    /** Data exceptions, broken constraints, limits of the server, and what our triggers raise. */
    private static boolean isData(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54") || state.equals("P0001");
    }

    /** Nothing was written: another transaction held a lock for too long. */
    static final class LocksNotHad extends WriteFailure {
        private LocksNotHad(SqlFailed cause) {
            super("locks not had in time", cause);
        }
    }

    /** Nothing was written: the database refuses a row of some push in the batch. */
    static final class Rejected extends WriteFailure {
        private Rejected(SqlFailed cause) {
            super("refused by the database: " + cause.getMessage(), cause);
        }
    }

    /** The outcome is unknown until the push ids are asked for on another connection. */
    static final class ConnectionLost extends WriteFailure {
        ConnectionLost(Throwable cause) {
            super("connection lost", cause);
        }
    }

    /** Nothing was written: no base is known for this system identifier and timeline. */
    static final class ForeignServer extends WriteFailure {
        ForeignServer() {
            super(FOREIGN_SERVER, null);
        }
    }
}
