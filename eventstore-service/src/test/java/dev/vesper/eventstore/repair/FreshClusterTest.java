package dev.vesper.eventstore.repair;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import dev.vesper.backing.EmbeddedPostgres;
import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.repair.Outcome.Kind;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that was copied, row by row as a dump does it, into a new cluster whose transaction ids begin anew. */
@Timeout(90)
final class FreshClusterTest {
    private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");
    private static final int PUSHES = 60;

    private static final AtomicInteger COPIES = new AtomicInteger();

    @TempDir
    static Path directory;

    private static EmbeddedPostgres server;

    private final Stage stage = new Stage(Backing.bootstrapServers());
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestLogs old;
    private TestLogs fresh;
    private Cursor read = Cursor.START;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(directory.resolve("fresh"), 0, FAST);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void copy() throws SQLException {
        Database source = TestLogs.migrate(Backing.database());
        old = kept(TestLogs.on(source, Map.of()));
        Stage.createOthers(old);
        Stage.drawIdsThatNobodyWritesDown(source, 5000);
        pushSome(Stage.log(old), 0);
        try (var _ = stage.relay(old, "old")) {
            stage.await(Stage.all(old.log()).size());
        }
        read = Stage.all(old.log()).getLast().cursor();

        String name = "copy" + COPIES.incrementAndGet();
        server.createDatabase(name);
        Database target = TestLogs.migrate(new Database("127.0.0.1", server.port(), name, "postgres", "postgres"));
        copyRows(source, target);
        fresh = kept(TestLogs.on(target, Map.of()));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void goes_on_above_all_that_was_seen_and_every_reader_with_it() {
        Stage.createOthers(fresh);
        EventLog log = Stage.log(fresh);
        assertThat(transactionId(fresh)).isLessThan(read.position());
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.push(push(session("s0"))));

        List<Outcome> outcomes = twoAtOnce();

        assertThat(outcomes).extracting(Outcome::kind).contains(Kind.DONE).isSubsetOf(Kind.DONE, Kind.BUSY);
        assertThat(changes()).as("raises on record").isEqualTo(1);
        assertThat(stage.repair(fresh, Map.of()).run(RepairMode.RESTORE).text()).contains("nothing to repair");
        assertThat(changes()).isEqualTo(1);

        pushSome(log, PUSHES);
        List<RecordedEvent> all = Stage.all(log);
        try (var _ = stage.relay(fresh, "new")) {
            Audit.agree(all, stage.await(all.size()));
        }
        List<RecordedEvent> later =
                fresh.globalReader(SqlSource.RESOURCES).read(read, all.size()).events();
        assertThat(later).containsExactlyElementsOf(all.subList(all.size() - later.size(), all.size()));
        assertThat(all.get(all.size() - later.size() - 1).cursor()).isEqualTo(read);
    }

    @Test
    void a_service_that_sees_everything_raises_the_base_by_itself() {
        Stage.createOthers(fresh);
        fresh.adHoc("INSERT INTO eventstore.old_data (phase, rows_expected) VALUES ('copying', 1)")
                .run(Statement.of("begin"));
        assertThat(stage.repair(fresh, Map.of()).automatically().kind())
                .as("a migration has taken the base away on purpose")
                .isEqualTo(Kind.REFUSED);
        fresh.adHoc("UPDATE eventstore.old_data SET phase = 'cut_over'").run(Statement.of("end"));

        new BaseWatch(stage.repair(fresh, Map.of())).requireNothingLost();

        assertThat(Stage.log(fresh).push(push(session("s0")))).isNotNull();
    }

    @Test
    void what_cannot_be_seen_must_be_told() {
        Repair blind = stage.repair(fresh, Map.of());
        assertThat(blind.run(RepairMode.RESTORE).kind()).isEqualTo(Kind.REFUSED);
        assertThat(blind.automatically().text()).contains("NOT SEEN: projections.partition_states");
        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> Stage.log(fresh).push(push(session("s0"))));

        Stage withoutBroker = new Stage("127.0.0.1:1", stage.topic.name(), "1s");
        assertThat(withoutBroker.repair(fresh, Map.of()).run(RepairMode.RESTORE).text())
                .contains("NOT SEEN: Kafka topic", "VESPER_REPAIR_SEEN");

        long told = 5_000_000_000L;
        assertThat(withoutBroker
                        .repair(fresh, Map.of("seen", Long.toString(told)))
                        .run(RepairMode.RESTORE)
                        .kind())
                .isEqualTo(Kind.DONE);
        Stage.log(fresh).push(push(session("s0")));
        assertThat(Stage.all(fresh.log()).getLast().position()).isGreaterThan(told);
    }

    @Test
    void a_checkpoint_beyond_the_log_and_the_topic_stops_the_start() {
        Stage.createOthers(fresh);
        fresh.adHoc("INSERT INTO projections.partition_states VALUES ('users', 1, 3, " + (read.position() + 7) + ", 0)")
                .run(Statement.of("insert"));
        BaseWatch watch = new BaseWatch(stage.repair(fresh, Map.of()));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(watch::requireNothingLost)
                .withMessageContaining(
                        "AHEAD of the log and of the topic: projections.partition_states, users version 1")
                .withMessageContaining("VESPER_REPAIR_MODE=forget");
        assertThat(stage.repair(fresh, Map.of()).run(RepairMode.RESTORE).kind()).isEqualTo(Kind.REFUSED);
        assertThat(stage.repair(fresh, Map.of()).run(RepairMode.FORGET).text()).contains("DROP SCHEMA projections");
        assertThat(Stage.log(fresh).push(push(session("s0")))).isNotNull();
    }

    private List<Outcome> twoAtOnce() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> stage.repair(fresh, Map.of()).run(RepairMode.RESTORE), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void pushSome(EventLog log, int from) {
        IntStream.range(from, from + PUSHES)
                .forEach(n -> log.push(push(session("s" + n % 7), Expectation.ANY, 1 + n % 3)));
    }

    private long changes() {
        return number(fresh, "SELECT count(*) FROM eventstore.base_changes");
    }

    private static long transactionId(TestLogs logs) {
        return number(logs, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    private static long number(TestLogs logs, String query) {
        return logs.adHoc(query).run(Statement.of("ask")).iterator().next().getLong(0);
    }

    private <T extends AutoCloseable> T kept(T opened) {
        open.add(opened);
        return opened;
    }

    private static void copyRows(Database source, Database target) throws SQLException {
        try (var from = DriverManager.getConnection(source.jdbcUrl());
                var to = DriverManager.getConnection(target.jdbcUrl())) {
            for (String table : tables(from)) {
                try (var insert = to.prepareStatement("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT (line::"
                        + table + ").* FROM unnest(?::text[]) AS line")) {
                    insert.setArray(
                            1, to.createArrayOf("text", rows(from, table).toArray()));
                    insert.execute();
                }
            }
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return texts(connection, "SELECT copied::text FROM " + table + " AS copied");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(
                connection,
                "SELECT 'eventstore.' || table_name FROM information_schema.tables WHERE table_schema = 'eventstore'"
                        + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'");
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
