package dev.vesper.simulation.database;

import dev.vesper.simulation.platform.Adapter;
import dev.vesper.simulation.platform.Waits;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several statements prepared as one, with a question mark per parameter. Behind one that fails, none is run. */
public final class JdbcStatements {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final String CONNECTION_FAILURE = "08006";

    private final Backend backend;
    private final List<NumberedText> texts;
    private final Map<Integer, @Nullable Object> values = new HashMap<>();
    private Iterator<RowSet<Row>> answers = List.<RowSet<Row>>of().iterator();
    private @Nullable RowSet<Row> current;

    JdbcStatements(Backend backend, String joined) {
        this.backend = backend;
        this.texts = backend.server().statements().split(joined);
    }

    public void setObject(int place, @Nullable Object value) throws SQLException {
        values.put(place, value instanceof Array array ? array.getArray() : value);
    }

    public boolean execute() throws SQLException {
        List<Future<RowSet<Row>>> sent = backend.sendTogether(texts, parameters());
        if (!Waits.await(() -> sent.stream().allMatch(Future::isComplete), LONGEST_ANSWER)) {
            throw new SQLException("no answer in time", CONNECTION_FAILURE);
        }
        List<RowSet<Row>> received = new ArrayList<>();
        for (Future<RowSet<Row>> answer : sent) {
            if (answer.failed()) {
                throw failure(answer.cause());
            }
            received.add(answer.result());
        }
        answers = received.iterator();
        return getMoreResults();
    }

    public boolean getMoreResults() {
        current = answers.hasNext() ? answers.next() : null;
        return current != null && !current.columnsNames().isEmpty();
    }

    public int getUpdateCount() {
        RowSet<Row> answer = current;
        return answer == null || !answer.columnsNames().isEmpty() ? -1 : answer.rowCount();
    }

    public ResultSet getResultSet() {
        RowSet<Row> answer = current;
        if (answer == null) {
            throw new IllegalStateException("there is no result");
        }
        return Adapter.of(ResultSet.class, new JdbcRows(answer.iterator()));
    }

    public void close() {
        answers = List.<RowSet<Row>>of().iterator();
    }

    private List<Tuple> parameters() {
        List<Tuple> all = new ArrayList<>();
        int place = 0;
        for (NumberedText text : texts) {
            @Nullable Object[] tuple = new Object[text.parameters()];
            for (int number : text.numbers()) {
                tuple[number - 1] = values.get(++place);
            }
            all.add(Tuple.wrap(tuple));
        }
        return all;
    }

    private static SQLException failure(Throwable cause) {
        String state = cause instanceof PgException refused ? refused.getSqlState() : CONNECTION_FAILURE;
        return new SQLException(cause.getMessage(), state, cause);
    }
}
