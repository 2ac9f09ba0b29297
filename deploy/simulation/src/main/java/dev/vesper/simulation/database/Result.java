package dev.vesper.simulation.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement answers. */
public record Result(int rowCount, List<String> columns, List<@Nullable Object[]> rows) {
    static Result changed(int rows) {
        return new Result(rows, List.of(), List.of());
    }

    static Result of(List<TableRow> found, String... columns) {
        return new Result(
                found.size(),
                List.of(columns),
                found.stream().map(row -> row.values(columns)).toList());
    }
}
