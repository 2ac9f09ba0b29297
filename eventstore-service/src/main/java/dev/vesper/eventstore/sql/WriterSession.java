package dev.vesper.eventstore.sql;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A connection that one writer of the log owns and blocks on. Statements given together are sent together and cost one round
 * trip. It is plain JDBC: a thread that waits at its own socket is woken by nobody but the database, and on a busy machine
 * each thread in between costs more than the statements.
 */
public final class WriterSession implements AutoCloseable {
    /**
     * Writers look everything up by its key and plan each statement once, whatever the statistics of a young table say: a plan
     * made for an empty table would else last for as long as the connection.
     */
    private static final Map<String, String> BY_KEY = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "enable_seqscan", "off",
            "enable_hashjoin", "off",
            "enable_mergejoin", "off",
            "jit", "off");

    private final Connection connection;
    private final SqlSource sql;
    private final Map<String, Placeholders> texts = new HashMap<>();
    private final Map<List<String>, PreparedStatement> prepared = new HashMap<>();

    private WriterSession(Connection connection, SqlSource sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /**
     * @param options where, as whom, and with which settings of the server
     * @throws SqlFailed when there is no connection to be had
     */
    public static WriterSession open(PgConnectOptions options, SqlSource sql, Duration answerTimeout) {
        String url =
                "jdbc:postgresql://%s:%d/%s".formatted(options.getHost(), options.getPort(), options.getDatabase());
        try {
            return new WriterSession(DriverManager.getConnection(url, properties(options, answerTimeout)), sql);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /**
     * Sends all, and reads what they answer. Behind one that fails, none is run.
     *
     * @throws SqlFailed when the database refuses one of them, or is gone
     */
    public void run(List<Statement> statements, RowReader reader) {
        try {
            PreparedStatement together = together(statements);
            boolean hasRows = together.execute();
            for (int statement = 0; hasRows || together.getUpdateCount() >= 0; statement++) {
                if (hasRows) {
                    read(statement, together.getResultSet(), reader);
                }
                hasRows = together.getMoreResults();
            }
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    public void run(Statement statement) {
        run(List.of(statement), (_, _) -> {});
    }

    /** Closes the connection itself, whatever its owner waits for. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private static void read(int statement, ResultSet rows, RowReader reader) throws SQLException {
        while (rows.next()) {
            reader.read(statement, rows);
        }
    }

    private PreparedStatement together(List<Statement> statements) throws SQLException {
        List<String> names = statements.stream().map(Statement::name).toList();
        PreparedStatement together = prepared.get(names);
        if (together == null) {
            together = connection.prepareStatement(
                    names.stream().map(name -> text(name).text()).collect(Collectors.joining(";\n")));
            prepared.put(names, together);
        }
        int place = 0;
        for (Statement statement : statements) {
            for (int parameter : text(statement.name()).parameters()) {
                together.setObject(++place, value(statement.parameters().getValue(parameter)));
            }
        }
        return together;
    }

    private Placeholders text(String name) {
        return texts.computeIfAbsent(name, asked -> Placeholders.of(sql.text(asked)));
    }

    private Object value(Object value) throws SQLException {
        return switch (value) {
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("int8", numbers);
            case Integer[] numbers -> connection.createArrayOf("int4", numbers);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case Boolean[] flags -> connection.createArrayOf("bool", flags);
            default -> value;
        };
    }

    private static Properties properties(PgConnectOptions options, Duration answerTimeout) {
        Map<String, String> settings = new HashMap<>(options.getProperties());
        settings.putAll(BY_KEY);
        String timeoutS = Long.toString(Math.max(1, answerTimeout.toSeconds()));
        Properties properties = new Properties();
        properties.setProperty("user", options.getUser());
        properties.setProperty("password", options.getPassword());
        properties.setProperty("connectTimeout", timeoutS);
        properties.setProperty("socketTimeout", timeoutS);
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", settings.getOrDefault("application_name", "vesper"));
        properties.setProperty(
                "options",
                settings.entrySet().stream()
                        .filter(setting -> !setting.getKey().equals("application_name"))
                        .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" ")));
        return properties;
    }

    /** Reads one row of the answer to a statement. */
    @FunctionalInterface
    public interface RowReader {
        /** @param statement which of those given together, from 0 */
        void read(int statement, ResultSet row) throws SQLException;
    }
}
