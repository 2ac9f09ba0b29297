package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.backing.EmbeddedPostgres;
import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last release and this version side by side on one database and one topic, as during every upgrade. It comes first, so that
 * its two services need not share the machine with the whole system.
 */
@Order(0)
@Timeout(600)
final class UpgradeIT {
    private static final Path HOME = Path.of(System.getProperty("vesper.home", "../.."));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WRITERS = 16;
    private static final int PUSHES_PER_PHASE = 200;
    private static final String INSTANCE = "upgraded";

    @TempDir
    Path data;

    private final List<AutoCloseable> open = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void every_push_that_either_version_answered_is_in_the_log_and_in_kafka_once_and_in_order() throws Exception {
        var releases = new LastRelease(HOME);
        var old = pod("old", releases.jar());
        try (var toOld = new Internal(Internal.SERVICE, old.address())) {
            var ofOld = new Pushes(toOld, INSTANCE).toOneOf(5);
            pushSome(ofOld);
            var current = pod("new", releases.currentJar());
            try (var toNew = new Internal(Internal.SERVICE, current.address())) {
                var ofNew = new Pushes(toNew, INSTANCE).toOneOf(5);
                var pushing = List.of(goOn(ofOld), goOn(ofNew));

                progress(ofOld, ofNew);
                leadershipMoves(old, current);
                progress(ofOld, ofNew);
                leadershipMoves(current, old);
                progress(ofOld, ofNew);
                ofOld.stop();
                old.close();
                awaitLeader(current);
                progress(ofNew);

                ofNew.stop();
                for (var each : pushing) {
                    each.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                }
                ofOld.repeatUnanswered(toNew);
                ofNew.repeatUnanswered(toNew);
                assertThat(ofOld.unanswered() + ofNew.unanswered()).isZero();
                audit(ofOld, ofNew);
            }
        }
    }

    private void audit(Pushes... pushes) throws SQLException {
        List<Cursor> answered = new ArrayList<>();
        for (var each : pushes) {
            answered.addAll(each.places());
        }
        assertThat(answered).doesNotHaveDuplicates().hasSizeGreaterThan(3 * PUSHES_PER_PHASE);
        var wanted = new HashSet<>(answered);
        var relayed = new Topic(kafka.bootstrapServers())
                .becomes(
                        Topic.Mark.START,
                        LIMIT,
                        "all answered pushes are in Kafka",
                        all -> cursors(all).containsAll(wanted));
        assertThat(relayed).extracting(RecordedEvent::cursor).doesNotHaveDuplicates();
        assertThat(new HashSet<>(cursors(relayed))).isEqualTo(new HashSet<>(log()));
        inOrder(relayed);
    }

    /** Each aggregate's events in sequence, as its readers get them. */
    private static void inOrder(List<RecordedEvent> relayed) {
        Map<String, Long> last = new HashMap<>();
        for (var event : relayed) {
            var key = event.aggregateType() + "/" + event.key();
            assertThat(event.sequence()).as(key).isEqualTo(last.getOrDefault(key, 0L) + 1);
            last.put(key, event.sequence());
        }
    }

    private static List<Cursor> cursors(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::cursor).toList();
    }

    private List<Cursor> log() throws SQLException {
        List<Cursor> places = new ArrayList<>();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("vesper"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT \"position\", in_tx_order FROM eventstore.events2")) {
            while (rows.next()) {
                places.add(new Cursor(rows.getLong(1), rows.getInt(2)));
            }
        }
        return places;
    }

    /** The one that leads is frozen until the other one leads, and then wakes up late. */
    private void leadershipMoves(Pod one, Pod other) {
        var from = holder().startsWith(one.holder()) ? one : other;
        var to = from == one ? other : one;
        from.pause();
        try {
            awaitLeader(to);
        } finally {
            from.resume();
        }
    }

    private void awaitLeader(Pod pod) {
        Eventually.isTrue(LIMIT, "another version leads", () -> holder().startsWith(pod.holder()));
    }

    private String holder() {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("vesper"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT holder FROM eventstore.leases WHERE name LIKE 'relay-%' ORDER BY name LIMIT 1")) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException("the leases cannot be read", e);
        }
    }

    private static CompletableFuture<Void> goOn(Pushes pushes) {
        return CompletableFuture.runAsync(
                () -> pushes.pushUntilStopped(WRITERS),
                task -> Thread.ofVirtual().start(task));
    }

    private static void pushSome(Pushes pushes) {
        var pushing = goOn(pushes);
        progress(pushes);
        pushes.stop();
        pushing.join();
        pushes.goOn();
    }

    private static void progress(Pushes... all) {
        for (var pushes : all) {
            int before = pushes.answered();
            Eventually.isTrue(LIMIT, "pushes are answered", () -> pushes.answered() >= before + PUSHES_PER_PHASE);
        }
    }

    @BeforeEach
    void startServers() throws IOException {
        postgres = EmbeddedPostgres.start(data.resolve("postgres"), 0, Map.of("fsync", "off"));
        open.add(postgres);
        postgres.createDatabase("vesper");
        kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
        open.add(kafka);
        Files.createDirectories(data.resolve("setup"));
    }

    private Pod pod(String name, Path jar) {
        var logs = Path.of("target", "upgrade-" + name + ".log");
        var pod = Pod.start(
                jar,
                logs,
                Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry(
                                "VESPER_POSTGRES_URL",
                                "postgresql://postgres:postgres@127.0.0.1:" + postgres.port() + "/vesper"),
                        Map.entry("VESPER_KAFKA_BOOTSTRAP", kafka.bootstrapServers()),
                        Map.entry("VESPER_INTERNAL_CREDENTIAL", Internal.CREDENTIAL),
                        Map.entry("VESPER_INTERNAL_RAW_WRITERS", "notifier," + Internal.SERVICE),
                        Map.entry("VESPER_KEYS_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])),
                        Map.entry("VESPER_SETUP_DATA_DIR", data.resolve("setup").toString()),
                        Map.entry("VESPER_RELAY_LEASE_DURATION", "2s"),
                        Map.entry("VESPER_RELAY_LEASE_RENEWAL", "200ms"),
                        Map.entry("VESPER_LOG_JSON", "false")));
        open.add(pod);
        return pod;
    }
}
