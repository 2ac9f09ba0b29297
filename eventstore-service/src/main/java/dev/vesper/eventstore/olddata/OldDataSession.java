package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.sql.SqlSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The one connection of the migration, and the statements of {@code sql/old-data} by name. */
final class OldDataSession implements AutoCloseable {
    private static final int ROWS_PER_FETCH = 10_000;

    private final Connection connection;
    private final SqlSource source;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private OldDataSession(Connection connection, SqlSource source) {
        this.connection = connection;
        this.source = source;
    }

    /** @param source of the statements; tests alter some */
    static OldDataSession open(OldDatabase database, SqlSource source) throws SQLException {
        Properties properties = database.credentials();
        properties.setProperty("ApplicationName", "vesper " + OldDataCommand.NAME);
        properties.setProperty(
                "options",
                "-c jit=off -c work_mem=64MB -c temp_buffers=64MB -c TimeZone=UTC"
                        + " -c client_connection_check_interval=1000");
        return new OldDataSession(DriverManager.getConnection(database.jdbcUrl(), properties), source);
    }

    int run(String name, Object... parameters) throws SQLException {
        PreparedStatement statement = statement(name, parameters);
        return statement.execute() ? 0 : statement.getUpdateCount();
    }

    <T> List<T> list(String name, RowReader<T> reader, Object... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = statement(name, parameters).executeQuery()) {
            while (rows.next()) {
                all.add(reader.read(rows));
            }
        }
        return all;
    }

    List<String> texts(String name, Object... parameters) throws SQLException {
        return list(name, row -> row.getString(1), parameters);
    }

    /** The number in the only row. */
    long number(String name, Object... parameters) throws SQLException {
        return list(name, row -> row.getLong(1), parameters).getFirst();
    }

    /** The truth value in the only row. */
    boolean holds(String name) throws SQLException {
        return list(name, row -> row.getBoolean(1)).getFirst();
    }

    /** All of the work, or nothing of it. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private PreparedStatement statement(String name, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(source.text("old-data/" + name));
            statement.setFetchSize(ROWS_PER_FETCH);
            prepared.put(name, statement);
        }
        for (int n = 0; n < parameters.length; n++) {
            statement.setObject(n + 1, value(parameters[n]));
        }
        return statement;
    }

    private Object value(Object parameter) throws SQLException {
        return switch (parameter) {
            case String[] texts -> connection.createArrayOf("text", texts);
            case Short[] numbers -> connection.createArrayOf("int2", numbers);
            default -> parameter;
        };
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
