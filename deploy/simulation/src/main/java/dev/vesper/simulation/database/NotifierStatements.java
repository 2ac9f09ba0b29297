package dev.vesper.simulation.database;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the notifier's consumers send: checkpoints, registrations, and ends that are not announced yet. */
public final class NotifierStatements {
    private static final String[] END = {
        "instance_id",
        "aggregate_type",
        "aggregate_id",
        "event_type",
        "sequence",
        "subject",
        "subject_id",
        "owner",
        "trigger_origin",
        "traceparent",
        "ended_at",
        "partition"
    };
    private static final String[] REGISTRATION = {
        "instance_id", "session_id", "oidc_session_id", "user_id", "client_id", "uri", "registered_at"
    };

    private NotifierStatements() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/add_checkpoints", NotifierStatements::addCheckpoints)
                .add("sql/find_checkpoints", NotifierStatements::findCheckpoints)
                .add("sql/move_checkpoints", (tx, arguments) -> moveCheckpoints(tx, arguments, true))
                .add(
                        "sql/remember_registrations",
                        (tx, arguments) -> insertNew(tx, arguments, "registrations", REGISTRATION))
                .add("sql/remember_ends", (tx, arguments) -> insertNew(tx, arguments, "ends", END))
                .add("sql/find_ends_to_announce", NotifierStatements::findEnds)
                .add("sql/forget_ends", (tx, arguments) -> deleteListed(tx, arguments, "ends", 4))
                .add("sql/forget_registrations", (tx, arguments) -> deleteListed(tx, arguments, "registrations", 3))
                .add("sql/note_active_instances", NotifierStatements::noteActive)
                .add(
                        "sql/keep_unreadable_events",
                        (tx, arguments) -> insertNew(
                                tx, arguments, "unreadable_events", "partition", "record_offset", "error", "found_at"));
    }

    private static Result addCheckpoints(Transaction tx, Arguments arguments) {
        int added = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            boolean isNew = tx.insertIfAbsent(
                    tx.server().table("checkpoints"),
                    TableRow.of(
                            "partition", arguments.at(1, row), "next_offset", 0L, "position", -1L, "in_tx_order", -1));
            added += isNew ? 1 : 0;
        }
        return Result.changed(added);
    }

    private static Result findCheckpoints(Transaction tx, Arguments arguments) {
        List<TableRow> found = new ArrayList<>();
        for (int row = 0; row < arguments.rows(1); row++) {
            tx.get(tx.server().table("checkpoints"), arguments.at(1, row)).ifPresent(found::add);
        }
        return Result.of(found, "partition", "next_offset", "position", "in_tx_order");
    }

    /** @param compares false for a fault that moves it from wherever it stands */
    public static Result moveCheckpoints(Transaction tx, Arguments arguments, boolean compares) {
        Table checkpoints = tx.server().table("checkpoints");
        int moved = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            TableRow known =
                    tx.get(checkpoints, arguments.at(1, row)).orElse(TableRow.of("partition", arguments.at(1, row)));
            boolean matches = known.value("next_offset") != null
                    && (!compares || known.number("next_offset") == (Long) arguments.at(2, row));
            if (matches) {
                tx.put(
                        checkpoints,
                        known.with(
                                "next_offset",
                                arguments.at(3, row),
                                "position",
                                arguments.at(4, row),
                                "in_tx_order",
                                arguments.at(5, row)));
                moved++;
            } else if (tx.isLockedByOther(checkpoints, known)) {
                throw new Blocked();
            }
        }
        return Result.changed(moved);
    }

    private static Result insertNew(Transaction tx, Arguments arguments, String table, String... columns) {
        int added = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            TableRow inserted = TableRow.of();
            for (int column = 0; column < columns.length; column++) {
                inserted = inserted.with(columns[column], arguments.value(column + 1, row));
            }
            added += tx.insertIfAbsent(tx.server().table(table), inserted) ? 1 : 0;
        }
        return Result.changed(added);
    }

    private static Result deleteListed(Transaction tx, Arguments arguments, String table, int columns) {
        int deleted = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            Object[] key = new Object[columns];
            for (int column = 0; column < columns; column++) {
                key[column] = arguments.at(column + 1, row);
            }
            var found = tx.get(tx.server().table(table), key);
            if (found.isPresent()) {
                tx.delete(tx.server().table(table), found.get());
                deleted++;
            }
        }
        return Result.changed(deleted);
    }

    private static Result findEnds(Transaction tx, Arguments arguments) {
        List<TableRow> rows = new ArrayList<>();
        List<Long> partitions = arguments.list(1).stream()
                .map(partition -> ((Number) Objects.requireNonNull(partition)).longValue())
                .toList();
        tx.rows(tx.server().table("ends")).stream()
                .filter(end -> partitions.contains(end.number("partition")))
                .filter(end -> isDue(tx, end, arguments.time(2)))
                .sorted(Comparator.comparing((TableRow end) -> end.time("ended_at")))
                .limit(arguments.number(3))
                .forEach(end -> {
                    List<TableRow> apps = apps(tx, end);
                    apps.forEach(app -> rows.add(joined(end, app)));
                    if (apps.isEmpty()) {
                        rows.add(end);
                    }
                });
        return Result.of(
                rows,
                "instance_id",
                "aggregate_type",
                "aggregate_id",
                "event_type",
                "sequence",
                "owner",
                "trigger_origin",
                "traceparent",
                "ended_at",
                "subject",
                "subject_id",
                "partition",
                "session_id",
                "oidc_session_id",
                "user_id",
                "client_id",
                "uri",
                "registered_at");
    }

    private static boolean isDue(Transaction tx, TableRow end, OffsetDateTime tooOld) {
        return end.text("aggregate_type").equals("session")
                || end.time("ended_at").isBefore(tooOld)
                || !apps(tx, end).isEmpty();
    }

    private static List<TableRow> apps(Transaction tx, TableRow end) {
        String column = end.text("subject").equals("session") ? "session_id" : "oidc_session_id";
        return tx.rows(tx.server().table("registrations")).stream()
                .filter(app -> app.text("instance_id").equals(end.text("instance_id"))
                        && app.text(column).equals(end.text("subject_id")))
                .sorted(Comparator.comparing((TableRow app) -> app.time("registered_at")))
                .toList();
    }

    private static TableRow joined(TableRow end, TableRow app) {
        TableRow row = end;
        for (String column : REGISTRATION) {
            row = row.with(column, app.value(column));
        }
        return row;
    }

    private static Result noteActive(Transaction tx, Arguments arguments) {
        Table active = tx.server().table("active_instances");
        for (int row = 0; row < arguments.rows(1); row++) {
            tx.put(active, TableRow.of("instance_id", arguments.at(1, row), "last_event_at", arguments.value(2)));
        }
        return Result.changed(arguments.rows(1));
    }
}
