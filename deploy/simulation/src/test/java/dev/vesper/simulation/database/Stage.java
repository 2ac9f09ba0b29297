package dev.vesper.simulation.database;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays statements on connections and writes down what was answered, in words that two servers have in common. */
abstract class Stage {
    private final List<String> transcript = new ArrayList<>();
    private final Set<String> played = new LinkedHashSet<>();
    private final Map<Long, String> positions = new LinkedHashMap<>();

    /** @throws PgException when it refuses */
    abstract RowSet<Row> send(String connection, String statement, Tuple parameters);

    /** @param connection is opened when it is first named */
    void play(String connection, String statement, @Nullable Object... parameters) {
        played.add(statement);
        transcript.add(connection + " " + statement + " -> " + answer(connection, statement, parameters));
    }

    List<String> transcript() {
        return transcript;
    }

    Set<String> played() {
        return played;
    }

    private String answer(String connection, String statement, @Nullable Object... parameters) {
        try {
            RowSet<Row> rows = send(connection, statement, Tuple.wrap(parameters));
            List<String> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(words(row)));
            return rows.rowCount() + " " + lines;
        } catch (PgException refused) {
            return "refused " + refused.getSqlState();
        }
    }

    private String words(Row row) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            words.add(row.getColumnName(i) + "=" + word(row.getColumnName(i), row.getValue(i)));
        }
        return String.join(" ", words);
    }

    /** Ids and times differ from run to run, but not which of them are the same. */
    private String word(String column, @Nullable Object value) {
        return switch (value) {
            case null -> column.equals("advance_checkpoint") || column.equals("pg_notify") ? "void" : "null";
            case OffsetDateTime _ -> "time";
            case Long _ when column.equals("horizon") || column.equals("base") -> "number";
            case Long position
            when column.endsWith("position") && position > 90 ->
                positions.computeIfAbsent(position, _ -> "position-" + positions.size());
            case Object _ when column.equals("advance_checkpoint") || column.equals("pg_notify") -> "void";
            case Number number -> Long.toString(number.longValue());
            default -> value.toString().replace(" ", "");
        };
    }
}
