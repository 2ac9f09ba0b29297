package dev.vesper.projection.database;

import io.vertx.sqlclient.Tuple;

/** One statement with its parameters: what an event does to a view. */
public record Change(String sql, Tuple parameters) {
    /** The event does not concern the view. */
    public static final Change NONE = new Change("", Tuple.tuple());

    boolean isNone() {
        return sql.isEmpty();
    }
}
