package dev.vesper.notifier.testbed;

import dev.vesper.backing.Backing;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent.BackChannelRegistered;
import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Notifier;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.store.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A database, a topic, apps and the other services: everything around a notifier. */
public final class TestBed implements AutoCloseable {
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final dev.vesper.backing.Database database = Backing.database();
    private final Vertx vertx = Vertx.vertx();
    private final Topic topic = new Topic();
    private final FakeServices services = new FakeServices();
    private final RelyingParties apps = new RelyingParties();
    private final List<Runnable> opened = new ArrayList<>();

    private final Database questions;

    public TestBed() {
        migrate();
        questions = new Database(pool(), Duration.ofSeconds(10));
        services.log().relayTo(topic::relay);
    }

    public Topic topic() {
        return topic;
    }

    public FakeServices services() {
        return services;
    }

    public FakeLog log() {
        return services.log();
    }

    public RelyingParties apps() {
        return apps;
    }

    public Vertx vertx() {
        return vertx;
    }

    public NotifierConfig config(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of(
                "vesper.kafka.bootstrap", Backing.bootstrapServers(),
                "vesper.kafka.topic", topic.name(),
                "vesper.eventstore.address", services.address(),
                "vesper.projection.address", services.address(),
                "vesper.http.egress-allow", "loopback",
                "vesper.http.timeout", "1s",
                "vesper.notifications.min-retry-delay", "20ms"));
        all.putAll(values);
        return Configs.of(all);
    }

    /** A notifier as a process would run it. */
    public Notifier start(Map<String, String> values) {
        return start(values, KillPoint.none());
    }

    public Notifier start(Map<String, String> values, KillPoint killPoint) {
        Notifier notifier = new Notifier(
                config(values),
                new Notifier.Platform(vertx, pool(), new SimpleMeterRegistry(), OpenTelemetry.noop()),
                surroundings(Clock.systemUTC(), killPoint));
        opened.add(notifier::close);
        notifier.start();
        return notifier;
    }

    /** For the test's own questions. */
    public Database database() {
        return questions;
    }

    public static Surroundings surroundings(Clock clock, KillPoint killPoint) {
        return new Surroundings(
                clock,
                new Random(42),
                UUID::randomUUID,
                duration -> LockSupport.parkNanos(duration.toNanos()),
                killPoint);
    }

    /** An app joins a session, long enough ago to be told once only. */
    public void join(String sessionId, String clientId) {
        services.register(clientId, apps.uri(clientId), "RS256");
        joinAt(sessionId, clientId, Instant.now().minus(LONG_AGO));
    }

    public void joinAt(String sessionId, String clientId, Instant at) {
        topic.write(
                sessionId,
                new BackChannelRegistered(oidcSession(sessionId, clientId), "user-1", clientId, apps.uri(clientId)),
                at,
                null);
    }

    public void end(String sessionId) {
        topic.write(sessionId, new SessionEvent.Terminated("https://login.example", "user"));
    }

    public void endPart(String sessionId, String clientId) {
        topic.write(oidcSession(sessionId, clientId), new OidcSessionEvent.Ended("app_removed"));
    }

    public static String oidcSession(String sessionId, String clientId) {
        return sessionId + "-" + clientId;
    }

    @Override
    public void close() {
        for (Runnable each : opened.reversed()) {
            each.run();
        }
        apps.close();
        topic.close();
        services.close();
        vertx.close();
    }

    private Pool pool() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.name())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(8))
                .build();
        opened.add(pool::close);
        return pool;
    }

    private void migrate() {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement();
                var file = TestBed.class.getResourceAsStream("/db/migration/V1__keep_what_must_be_told.sql")) {
            statement.execute("CREATE SCHEMA notifier");
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
