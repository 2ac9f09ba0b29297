package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A server that follows another one asynchronously, until it is cut off or takes its place. */
public final class Standby implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS_NS = 5_000_000;

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres server;

    private Standby(EmbeddedPostgres primary, EmbeddedPostgres server) {
        this.primary = primary;
        this.server = server;
    }

    /**
     * Copies the primary and follows it from then on.
     *
     * @param primaryData where the primary keeps its files
     * @param dataDir is made
     * @param settings as of the primary
     */
    public static Standby follow(
            EmbeddedPostgres primary, Path primaryData, Path dataDir, Map<String, String> settings) {
        BaseBackup.take(primary.jdbcUrl(), primaryData, dataDir);
        try {
            Files.createFile(dataDir.resolve("standby.signal"));
            Files.writeString(
                    dataDir.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + primary.port() + " user=postgres'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Standby(primary, EmbeddedPostgres.start(dataDir, 0, settings));
    }

    /** Waits until it has all that the primary has committed up to now. */
    public void awaitCaughtUp() {
        var end = ask(primary, "SELECT pg_current_wal_flush_lsn()");
        await("it has replayed " + end, "SELECT pg_last_wal_replay_lsn() >= '" + end + "'::pg_lsn");
    }

    /** From now on it gets nothing more, as if the network between the two were gone. */
    public void cutOff() {
        ask(server, "ALTER SYSTEM SET primary_conninfo = ''");
        ask(server, "SELECT pg_reload_conf()");
        await("it receives no more", "SELECT NOT EXISTS (SELECT FROM pg_stat_wal_receiver)");
    }

    /** Makes it a primary, on a timeline of its own. */
    public EmbeddedPostgres promote() {
        ask(server, "SELECT pg_promote(true, " + LIMIT.toSeconds() + ")");
        await("it is a primary", "SELECT NOT pg_is_in_recovery()");
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    private void await(String what, String condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!"t".equals(ask(server, condition))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + LIMIT + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
