package dev.vesper.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandbyTest {
    private static final Map<String, String> SETTINGS = Map.of("fsync", "off");

    @TempDir
    Path directory;

    @Test
    void takes_the_place_of_its_primary_without_what_it_was_not_given() throws SQLException {
        var data = directory.resolve("primary");
        var primary = EmbeddedPostgres.start(data, 0, SETTINGS);
        try (var standby = Standby.follow(primary, data, directory.resolve("standby"), SETTINGS)) {
            run(primary, "CREATE TABLE t (n INTEGER)");
            run(primary, "INSERT INTO t VALUES (1)");
            standby.awaitCaughtUp();
            standby.cutOff();
            run(primary, "INSERT INTO t VALUES (2)");
            primary.kill();

            var promoted = standby.promote();

            run(promoted, "INSERT INTO t VALUES (3)");
            assertThat(ask(promoted, "SELECT string_agg(n::text, ',' ORDER BY n) FROM t"))
                    .isEqualTo("1,3");
            assertThat(ask(promoted, "SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)"))
                    .isEqualTo("00000002");
        }
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
