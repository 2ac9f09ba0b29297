package dev.vesper.eventstore.log;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.sql.WriterSession;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/** A database of the test's own with the log's tables, and any number of logs on it, as if of several pods. */
public final class TestLogs implements AutoCloseable {
    public static final SqlSource SQL = SqlSource.RESOURCES;
    public static final int PARTITIONS = 12;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();

    private final PgConnectOptions options;
    private final Pool pool;
    private final List<Runnable> opened = new CopyOnWriteArrayList<>();

    private TestLogs(Database database, Map<String, String> settings) {
        this.options = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.name())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        settings.forEach(options::addProperty);
        this.pool = PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(8))
                .using(VERTX)
                .build();
    }

    public static TestLogs create() {
        return on(migrated(), Map.of());
    }

    public static TestLogs on(Database database, Map<String, String> settings) {
        TestLogs logs = new TestLogs(database, settings);
        new LogStart(logs.sql()).check();
        return logs;
    }

    public static Database migrated() {
        return migrate(Backing.database());
    }

    public static Database migrate(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .schemas("eventstore")
                .load()
                .migrate();
        return database;
    }

    /** Where the database is, for a process of its own. */
    public String uri() {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        options.getUser(),
                        options.getPassword(),
                        options.getHost(),
                        options.getPort(),
                        options.getDatabase());
    }

    public Sql sql() {
        return sql(SQL);
    }

    public Sql sql(SqlSource source) {
        return new PooledSql(pool, source, ANSWER_TIMEOUT);
    }

    /** A statement of the test's own. */
    public Sql adHoc(String text) {
        return sql(_ -> text);
    }

    public Session session(SqlSource source) {
        Session session = Session.open(VERTX, options, source, ANSWER_TIMEOUT);
        opened.add(session::close);
        return session;
    }

    public EventLog log() {
        return log(SQL, Map.of());
    }

    EventLog log(SqlSource source, Map<String, String> settings) {
        return log(source, settings, CommitListener.NONE);
    }

    public EventLog log(SqlSource source, Map<String, String> settings, CommitListener listener) {
        PgEventLog log = new PgEventLog(
                config(settings),
                () -> WriterSession.open(options, source, ANSWER_TIMEOUT),
                sql(source),
                PARTITIONS,
                listener);
        opened.add(log::close);
        return log;
    }

    public GlobalReader globalReader(SqlSource source) {
        return new GlobalReader(sql(source), IntStream.range(0, PARTITIONS));
    }

    static LogConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LogConfig.class, "vesper.event-log")
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(LogConfig.class, "vesper.event-log");
    }

    /** @return a lock that makes {@link Altered#gatedBeforeCommit} and its siblings wait until it is closed */
    public Session closeGate() {
        return holdLock(Altered.GATE);
    }

    /** Holds an advisory lock until it is closed. */
    Session holdLock(long key) {
        Session holder = session(_ -> "SELECT pg_advisory_lock($1::bigint)::text");
        holder.run(Statement.of("hold", key));
        return holder;
    }

    /** How many wait for advisory locks now. */
    public long waitingForLocks() {
        return adHoc("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .run(Statement.of("count"))
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public void close() {
        opened.reversed().forEach(Runnable::run);
        pool.closeAndAwait();
    }
}
