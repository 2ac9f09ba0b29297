package dev.vesper.eventstore.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * A named statement and its parameters.
 *
 * @param prepared false for transaction control, which cannot be
 */
public record Statement(String name, Tuple parameters, boolean prepared) {
    public static Statement of(String name, @Nullable Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (@Nullable Object parameter : parameters) {
            tuple.addValue(parameter);
        }
        return new Statement(name, tuple, true);
    }

    /** BEGIN and its siblings. */
    public static Statement control(String name) {
        return new Statement(name, Tuple.tuple(), false);
    }
}
