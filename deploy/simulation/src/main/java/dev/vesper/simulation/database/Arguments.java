package dev.vesper.simulation.database;

import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, counted from 1 as in its text. */
public record Arguments(Tuple tuple) {
    public @Nullable Object value(int place) {
        return tuple.getValue(place - 1);
    }

    public String text(int place) {
        return (String) required(place);
    }

    public long number(int place) {
        return ((Number) required(place)).longValue();
    }

    public int integer(int place) {
        return ((Number) required(place)).intValue();
    }

    public double fraction(int place) {
        return ((Number) required(place)).doubleValue();
    }

    public boolean flag(int place) {
        return (Boolean) required(place);
    }

    public UUID uuid(int place) {
        return (UUID) required(place);
    }

    public OffsetDateTime time(int place) {
        return (OffsetDateTime) required(place);
    }

    public List<@Nullable Object> list(int place) {
        return Arrays.asList((@Nullable Object[]) required(place));
    }

    public boolean isNull(int place) {
        return value(place) == null;
    }

    public int rows(int place) {
        return list(place).size();
    }

    /** One element of an array, as unnest gives it. */
    public @Nullable Object value(int place, int row) {
        return list(place).get(row);
    }

    public Object at(int place, int row) {
        return Objects.requireNonNull(value(place, row));
    }

    private Object required(int place) {
        return Objects.requireNonNull(value(place), () -> "parameter " + place);
    }
}
