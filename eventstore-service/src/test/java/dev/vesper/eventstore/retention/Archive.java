package dev.vesper.eventstore.retention;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.CommitListener;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A log, everybody who reads it, and archivists. */
final class Archive implements AutoCloseable {
    static final String OFFLINE = "[\"openid\", \"offline_access\"]";
    static final String ONLINE = "[\"openid\"]";

    final TestLogs logs = TestLogs.create();
    final EventLog log = logs.log();
    final EventLog smallPages =
            logs.log(TestLogs.SQL, Map.of("vesper.event-log.page-events", "9"), CommitListener.NONE);

    @Override
    public void close() {
        logs.close();
    }

    Archivist archivist(Duration age, SqlSource source) {
        return archivist(age, source, () -> {});
    }

    Archivist archivist(Duration age, SqlSource source, Runnable afterEachMove) {
        Sql sql = logs.sql(source);
        List<ArchiveRule> rules = ArchiveRule.of(new Ages(age));
        var lease = new Lease(sql, "retention", Given.id().toString(), Duration.ofSeconds(30));
        return new Archivist(sql, lease, new Passed(sql, List.of("a", "b")), rules, 3, (_, _) -> afterEachMove.run());
    }

    /** The relay and both automations stand behind the last event, a user's, which nothing archives. */
    void everybodyPassed() {
        Pushed end = push("user", "last", "user.added");
        logs.adHoc("INSERT INTO eventstore.relay_layouts (first_shard, shards, transactional_ids) VALUES (0, 1, 't')")
                .run(Statement.of("layout"));
        passed("relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)", end);
        passed("automation_cursors (name, epoch, \"position\", in_tx_order) VALUES ('a', 1, %d, 0)", end);
        passed("automation_cursors (name, epoch, \"position\", in_tx_order) VALUES ('b', 1, %d, 0)", end);
    }

    void passed(String row, Pushed event) {
        String table = row.substring(0, row.indexOf(' '));
        String key = table.startsWith("relay") ? "shard" : "name";
        logs.adHoc("INSERT INTO eventstore." + row.formatted(event.position()) + " ON CONFLICT (" + key
                        + ") DO UPDATE SET \"position\" = excluded.\"position\"")
                .run(Statement.of("pass"));
    }

    Pushed last() {
        return push("user", "last", "user.changed");
    }

    Pushed push(String type, String id, String... events) {
        return (Pushed) log.push(Push.of(Given.id(), append(type, id, events)));
    }

    void grant(String id, String sessionId, String scope, Marker... ends) {
        var added = new NewEvent(
                "oidc_session.added", 1, "{\"sessionID\": \"%s\", \"scope\": %s}".formatted(sessionId, scope));
        Append append = new Append(id("oidc_session", id), "o", "c", Expectation.ANY, List.of(added));
        log.push(Push.of(Given.id(), append).ending(ends));
    }

    static Append append(String type, String id, String... events) {
        return append(Expectation.ANY, type, id, events);
    }

    static Append append(Expectation expectation, String type, String id, String... events) {
        return new Append(
                id(type, id),
                "o",
                "c",
                expectation,
                Stream.of(events).map(event -> new NewEvent(event, 1, "{}")).toList());
    }

    static AggregateId id(String type, String id) {
        return new AggregateId("i1", type, id);
    }

    List<String> archived() {
        return logs
                .adHoc("SELECT DISTINCT aggregate_id FROM eventstore.archived_events")
                .run(Statement.of("archived"))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    List<List<RecordedEvent>> reads() {
        return List.of(
                logs.globalReader(TestLogs.SQL).read(Cursor.START, 10_000).events(),
                log.read(LogQuery.builder().newestFirst().build()).toList(),
                log.read(LogQuery.builder()
                                .instance("i1")
                                .eventTypes(List.of("auth_request.added"))
                                .build())
                        .toList(),
                rare(LogQuery.builder().instance("i1").eventTypes(List.of("notification.sent"))),
                rare(LogQuery.builder()
                        .instance("i1")
                        .eventTypes(List.of("notification.sent"))
                        .newestFirst()),
                rare(LogQuery.builder()
                        .instance("i1")
                        .aggregateTypes(List.of("notification"))
                        .aggregateIds(List.of("n", "n2"))),
                log.readAggregate(id("notification", "n"), 0),
                log.readAggregate(id("auth_request", "a1"), 2));
    }

    /** In small pages, so that a search that finds little goes on by the index that fits. */
    private List<RecordedEvent> rare(LogQuery.Builder query) {
        return smallPages.read(query.build()).toList();
    }

    /** One page of the global order at a time. */
    Stream<RecordedEvent> throughPages() {
        var reader = logs.globalReader(TestLogs.SQL);
        return Stream.iterate(
                        reader.read(Cursor.START, 7).events(),
                        page -> !page.isEmpty(),
                        page -> reader.read(page.getLast().cursor(), 7).events())
                .flatMap(List::stream);
    }

    static List<Cursor> cursors(Stream<RecordedEvent> events) {
        return events.map(RecordedEvent::cursor).toList();
    }

    private record Ages(Duration age) implements RetentionSettings {
        @Override
        public Optional<Duration> authRequestAge() {
            return Optional.of(age);
        }

        @Override
        public Optional<Duration> oidcSessionAge() {
            return Optional.of(age);
        }

        @Override
        public Optional<Duration> notificationAge() {
            return Optional.of(age);
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int batchAggregates() {
            return 3;
        }

        @Override
        public Duration leaseDuration() {
            return Duration.ofSeconds(30);
        }
    }
}
