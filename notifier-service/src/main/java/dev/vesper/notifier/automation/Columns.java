package dev.vesper.notifier.automation;

import dev.vesper.notifier.Surroundings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into arrays, one per column, so that one statement writes them all. */
record Columns<R>(List<R> rows) {
    @Nullable
    String[] texts(Function<R, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    Long[] longs(ToLongFunction<R> column) {
        return rows.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }

    Integer[] ints(ToIntFunction<R> column) {
        return rows.stream().mapToInt(column).boxed().toArray(Integer[]::new);
    }

    Boolean[] flags(Function<R, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    @Nullable
    OffsetDateTime[] times(Function<R, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(time -> time == null ? null : Surroundings.utc(time))
                .toArray(OffsetDateTime[]::new);
    }
}
