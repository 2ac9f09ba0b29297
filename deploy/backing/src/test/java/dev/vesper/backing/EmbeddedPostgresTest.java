package dev.vesper.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {
    @TempDir
    Path dataDir;

    @Test
    void keeps_what_was_committed_when_it_is_killed_and_started_again() throws SQLException {
        var first = EmbeddedPostgres.start(dataDir, 0, Map.of());
        first.createDatabase("kept");
        run(first.jdbcUrl("kept"), "CREATE TABLE t AS SELECT 42 AS answer");
        first.kill();
        assertThat(ProcessHandle.of(first.pid())).isEmpty();

        try (var second = EmbeddedPostgres.start(dataDir, 0, Map.of())) {
            assertThat(ask(second.jdbcUrl("kept"), "SELECT answer FROM t")).isEqualTo("42");
        }
    }

    @Test
    void runs_with_the_settings_that_the_log_needs() throws SQLException {
        try (var server = EmbeddedPostgres.start(dataDir, 0, Map.of("work_mem", "5MB"))) {
            assertThat(ask(server.jdbcUrl(), "SHOW server_version")).startsWith("18.");
            assertThat(ask(server.jdbcUrl(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server.jdbcUrl(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server.jdbcUrl(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server.jdbcUrl(), "SHOW max_locks_per_transaction")).isEqualTo("512");
            assertThat(ask(server.jdbcUrl(), "SHOW max_prepared_transactions")).isEqualTo("0");
            assertThat(ask(server.jdbcUrl(), "SHOW work_mem")).isEqualTo("5MB");
        }
    }

    private static void run(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
