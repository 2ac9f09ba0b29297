package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL server in a process of its own, on 127.0.0.1, user {@code postgres}, any password. It ends with this JVM,
 * even when the JVM is killed. The data directory is kept; starting on it again finds the data of before.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_KILL = Duration.ofSeconds(10);

    /** What the log's design asks of its server; the embedding library would turn fsync and synchronous commit off. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "fsync", "on",
            "synchronous_commit", "on",
            "max_locks_per_transaction", "512",
            "max_prepared_transactions", "0");

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessTree process;
    private final Tether tether;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, long pid) {
        this.server = server;
        this.process = new ProcessTree(pid);
        this.tether = Tether.tie(pid, "INT");
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param port the TCP port, or 0 for any free one
     * @param settings server settings that go before ours, such as {@code fsync=off} in tests
     */
    public static EmbeddedPostgres start(Path dataDir, int port, Map<String, String> settings) {
        // A shutdown hook of the library would race with the caller's own stopping and deleting; the tether is there
        // for the rest.
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(dataDir)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_START)
                .setPort(port == 0 ? FreePort.find() : port);
        SETTINGS.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        try {
            return new EmbeddedPostgres(builder.start(), postmasterPid(dataDir));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + dataDir, e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=postgres&password=postgres";
    }

    public int port() {
        return server.getPort();
    }

    public long pid() {
        return process.pid();
    }

    /** The name goes into the statement as it is, so it must be a plain lower case identifier. */
    public void createDatabase(String name) {
        try {
            Database.create(jdbcUrl(), name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
    }

    /** Freezes the server and its connections, as a stalled machine would. */
    public void pause() {
        process.signal("STOP");
    }

    public void resume() {
        process.signal("CONT");
    }

    /** Ends the server as a power failure of the process would; committed data survives on the data directory. */
    public void kill() {
        process.signal("KILL");
        process.awaitExit(LONGEST_KILL);
        close();
    }

    @Override
    public void close() {
        tether.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop, process " + pid(), e);
        }
    }

    private static long postmasterPid(Path dataDir) throws IOException {
        return Long.parseLong(
                Files.readAllLines(dataDir.resolve("postmaster.pid")).getFirst());
    }
}
