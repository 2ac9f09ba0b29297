package dev.vesper.simulation.database;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row. It is never changed, only replaced. */
public record TableRow(Map<String, @Nullable Object> columns) {
    /** @param namesAndValues in turns */
    public static TableRow of(@Nullable Object... namesAndValues) {
        return new TableRow(Map.of()).with(namesAndValues);
    }

    public TableRow with(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(columns);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new TableRow(changed);
    }

    public @Nullable Object value(String column) {
        return columns.get(column);
    }

    public Object get(String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }

    public String text(String column) {
        return (String) get(column);
    }

    public long number(String column) {
        return ((Number) get(column)).longValue();
    }

    public boolean is(String column) {
        return (Boolean) get(column);
    }

    public OffsetDateTime time(String column) {
        return (OffsetDateTime) get(column);
    }

    @Nullable
    Object[] values(String... names) {
        @Nullable Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = columns.get(names[i]);
        }
        return values;
    }
}
