package dev.vesper.backing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A fresh, empty database of the test's own; the password is not a secret. */
public record Database(String host, int port, String name, String user, String password) {
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?user=" + user + "&password=" + password;
    }

    /** For {@code quarkus.datasource.reactive.url}; user and password are given apart there. */
    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    static void create(String adminJdbcUrl, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(adminJdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }
}
