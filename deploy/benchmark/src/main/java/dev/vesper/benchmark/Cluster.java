package dev.vesper.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** One database of the cluster that is measured. The yardsticks have databases of their own in it. */
record Cluster(String host, int port, String user, String password, String database) {
    /** @param url {@code postgresql://user:password@host:port/database} */
    static Cluster of(String url) {
        var uri = URI.create(url);
        var userAndPassword = uri.getUserInfo().split(":", 2);
        return new Cluster(
                uri.getHost(),
                uri.getPort(),
                userAndPassword[0],
                userAndPassword[1],
                uri.getPath().substring(1));
    }

    String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }

    /** Another database of the same cluster, made anew. */
    Cluster create(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name);
        return named(name);
    }

    Cluster named(String name) {
        return new Cluster(host, port, user, password, name);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s?user=%s&password=%s&reWriteBatchedInserts=true"
                .formatted(host, port, database, user, password));
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The single number that a query answers. */
    long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What PostgreSQL's own programs read. */
    Map<String, String> environment() {
        return Map.of(
                "PGHOST", host,
                "PGPORT", Integer.toString(port),
                "PGUSER", user,
                "PGPASSWORD", password,
                "PGDATABASE", database);
    }
}
