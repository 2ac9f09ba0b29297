package dev.vesper.eventstore.gateway.errors;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves when the database is back from those that are defects. */
final class DatabaseAway {
    /** Of SQLSTATE: connection exceptions, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private DatabaseAway() {}

    static boolean isBehind(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (isAway(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case TimeoutException _, ConnectException _, ClosedConnectionException _ -> true;
            case PgException e ->
                e.getSqlState() != null && CLASSES.contains(e.getSqlState().substring(0, 2));
            default -> false;
        };
    }
}
