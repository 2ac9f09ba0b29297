package dev.vesper.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What the same database does when each row is simply inserted and committed by itself. */
final class CommitYardstick implements AutoCloseable {
    private final String jdbcUrl;
    private final List<Connection> connections = new ArrayList<>();

    /** @param postgresUrl {@code postgresql://user:password@host:port/database} */
    CommitYardstick(String postgresUrl) throws SQLException, IOException {
        this.jdbcUrl = jdbcUrl(postgresUrl);
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var create = connection.prepareStatement(sql("create_yardstick.sql"))) {
            create.execute();
        }
    }

    /** A connection of its own, whose every call commits one row. */
    Callable<?> committer() throws SQLException, IOException {
        var connection = DriverManager.getConnection(jdbcUrl);
        connections.add(connection);
        PreparedStatement insert = connection.prepareStatement(sql("insert_yardstick_row.sql"));
        return insert::executeUpdate;
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }

    private static String jdbcUrl(String url) {
        var userAndRest = url.substring("postgresql://".length()).split("[:@]", 3);
        return "jdbc:postgresql://" + userAndRest[2] + "?user=" + userAndRest[0] + "&password=" + userAndRest[1];
    }

    private static String sql(String name) throws IOException {
        try (var in = CommitYardstick.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
