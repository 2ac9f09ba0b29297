package dev.vesper.projection.given;

import dev.vesper.backing.Backing;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.setup.Setup;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A fresh database with the engine's tables and those of the given projections. */
public final class Views implements AutoCloseable {
    private static final int LONGEST_WAIT_S = 30;
    private static final Vertx VERTX = Vertx.vertx();

    private final dev.vesper.backing.Database server;
    private final Pool pool;
    private final Database database;
    private final List<Projection> projections;

    public Views(Collection<? extends Projection> projections) {
        this.server = Backing.database();
        this.pool = pool(server);
        this.database = new Database(pool, Duration.ofSeconds(LONGEST_WAIT_S));
        this.projections = List.copyOf(projections);
        createTables();
    }

    /** As an operator and the next start do it when the views hold what the log does not. */
    public void dropAll() {
        run("DROP SCHEMA projections CASCADE");
        createTables();
    }

    private void createTables() {
        migrations().forEach(this::run);
        new Setup(database).prepareTables(projections);
    }

    public Database database() {
        return database;
    }

    /** Statements of a test's own. */
    public void run(String statements) {
        try {
            pool.query(statements)
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot run " + statements, e);
        }
    }

    /** How the database would run a statement with parameters, whatever their values. */
    public String plan(String statement) {
        try {
            var rows = pool.query("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + statement)
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_WAIT_S, TimeUnit.SECONDS);
            return String.join("\n", rows.stream().map(row -> row.getString(0)).toList());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot explain " + statement, e);
        }
    }

    /** The tables of all views, without their schema; those of the engine itself have no version in their name. */
    public List<String> tables() {
        return rows("(SELECT table_name FROM information_schema.tables WHERE table_schema = 'projections'"
                        + " AND table_name ~ '[0-9]' AND table_name <> 'failed_events2')")
                .stream()
                .map(row -> row.substring(1, row.length() - 1))
                .toList();
    }

    /** All rows of a table as text, in an order that depends on nothing but the rows. */
    public List<String> rows(String table) {
        try {
            var rows = pool.query("SELECT t::TEXT FROM " + table + " AS t ORDER BY 1")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_WAIT_S, TimeUnit.SECONDS);
            return rows.stream().map(row -> row.getString(0)).toList();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot read " + table, e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** More connections to the same database, as another pod has them; to be closed by the caller. */
    public Pool openPool() {
        return pool(server);
    }

    private static Pool pool(dev.vesper.backing.Database server) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(server.host())
                .setPort(server.port())
                .setDatabase(server.name())
                .setUser(server.user())
                .setPassword(server.password())
                .setCachePreparedStatements(true)
                .addProperty("client_min_messages", "error")
                .addProperty("synchronous_commit", "off");
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(options)
                .using(VERTX)
                .build();
    }

    private static List<String> migrations() {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> scripts = new ArrayList<>(List.of("CREATE SCHEMA projections"));
            for (Path file : files.sorted().toList()) {
                scripts.add(Files.readString(file));
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the migrations", e);
        }
    }
}
