package dev.vesper.simulation.database;

import io.vertx.sqlclient.Row;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result as JDBC walks through it; columns count from 1. */
public final class JdbcRows {
    private final Iterator<Row> rows;
    private @Nullable Row row;

    JdbcRows(Iterator<Row> rows) {
        this.rows = rows;
    }

    public boolean next() {
        row = rows.hasNext() ? rows.next() : null;
        return row != null;
    }

    public long getLong(int column) {
        return ((Number) at(column)).longValue();
    }

    public int getInt(int column) {
        return ((Number) at(column)).intValue();
    }

    public String getString(int column) {
        return at(column).toString();
    }

    public Object getObject(int column, Class<?> type) {
        return Objects.requireNonNull(type.cast(at(column)));
    }

    private Object at(int column) {
        return Objects.requireNonNull(Objects.requireNonNull(row).getValue(column - 1));
    }
}
