package dev.vesper.projection.engine;

import dev.vesper.projection.database.DatabaseUnavailable;
import io.vertx.pgclient.PgException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/** Whose fault a failed statement is: the event's, so that its aggregate is parked, or nobody's, so that it is tried again. */
final class Failures {
    /** Raised by {@code projections.advance_checkpoint}. */
    private static final String FENCED = "VP001";

    /**
     * By class of SQLSTATE: connection, transaction state and timeout, rollback by deadlock, resources, locks, operator's
     * intervention, system.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failures() {}

    static boolean isFence(RuntimeException failure) {
        return failure instanceof PgException refused && FENCED.equals(refused.getSqlState());
    }

    static boolean isOfTheEvent(RuntimeException failure) {
        return switch (failure) {
            case PgException refused -> !isFence(refused) && !isPassing(refused);
            case DatabaseUnavailable _, LogUnavailable _ -> false;
            default -> true;
        };
    }

    /** Whether the trace says no more than the message: a server is away, or another consumer was faster. */
    static boolean isFamiliar(RuntimeException failure) {
        return failure instanceof DatabaseUnavailable
                || failure instanceof PgException
                || failure instanceof LogUnavailable
                || failure instanceof KafkaException;
    }

    private static boolean isPassing(PgException refused) {
        String state = refused.getSqlState();
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
