package dev.vesper.notifier.automation;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The ends that are not announced yet. */
final class PendingEnds {
    private static final Statement FIND = Statement.named("find_ends_to_announce");
    private static final Statement FORGET_ENDS = Statement.named("forget_ends");
    private static final Statement FORGET_REGISTRATIONS = Statement.named("forget_registrations");
    private static final int AT_ONCE = 200;

    private final Database database;

    PendingEnds(Database database) {
        this.database = database;
    }

    /**
     * @param partitions those that this process owns, so that no two processes announce the same end
     * @param tooOld what ended before this no longer waits for a registration
     */
    List<Announcement> find(Set<Integer> partitions, Instant tooOld) {
        Map<End, List<Registration>> found = new LinkedHashMap<>();
        Integer[] owned = partitions.toArray(Integer[]::new);
        for (Row row : database.run(FIND, owned, utc(tooOld), AT_ONCE)) {
            List<Registration> apps = found.computeIfAbsent(end(row), _ -> new ArrayList<>());
            if (row.getString("session_id") != null) {
                apps.add(app(row));
            }
        }
        return found.entrySet().stream()
                .map(end -> new Announcement(end.getKey(), List.copyOf(end.getValue())))
                .toList();
    }

    void forget(List<Announcement> announced, Database.Open transaction) {
        Columns<End> ends =
                new Columns<>(announced.stream().map(Announcement::end).toList());
        transaction.run(
                FORGET_ENDS,
                (Object) ends.texts(End::instanceId),
                ends.texts(End::aggregateType),
                ends.texts(End::aggregateId),
                ends.longs(End::sequence));
        Columns<Told> told = new Columns<>(announced.stream().flatMap(Told::of).toList());
        if (!told.rows().isEmpty()) {
            transaction.run(
                    FORGET_REGISTRATIONS,
                    (Object) told.texts(row -> row.end().instanceId()),
                    told.texts(row -> row.app().sessionId()),
                    told.texts(row -> row.app().oidcSessionId()));
        }
    }

    private record Told(End end, Registration app) {
        static Stream<Told> of(Announcement announcement) {
            return announcement.apps().stream().map(app -> new Told(announcement.end(), app));
        }
    }

    private static End end(Row row) {
        return new End(
                row.getString("instance_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getString("event_type"),
                row.getLong("sequence"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("owner"),
                row.getString("trigger_origin"),
                row.getString("traceparent"),
                row.getOffsetDateTime("ended_at").toInstant(),
                row.getInteger("partition"));
    }

    private static Registration app(Row row) {
        return new Registration(
                row.getString("session_id"),
                row.getString("oidc_session_id"),
                row.getString("user_id"),
                row.getString("client_id"),
                row.getString("uri"),
                row.getOffsetDateTime("registered_at").toInstant());
    }
}
