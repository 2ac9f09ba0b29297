package dev.vesper.simulation.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What a push sends. */
public final class LogStatements {
    private static final long BASE = 0;

    private LogStatements() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/log/begin", (_, _) -> Result.changed(0))
                .add("sql/log/commit", (_, _) -> Result.changed(0))
                .add("sql/log/rollback", (_, _) -> Result.changed(0))
                .add("sql/log/limit_lock_wait", LogStatements::limitLockWait)
                .add("sql/log/take_locks", LogStatements::takeLocks)
                .add("sql/log/read_base", (_, _) -> Result.of(List.of(TableRow.of("base", BASE)), "base"))
                .add(
                        "sql/log/read_heads",
                        (tx, arguments) -> byName(
                                tx,
                                arguments,
                                "heads",
                                "instance_id",
                                "aggregate_type",
                                "aggregate_id",
                                "sequence",
                                "owner"))
                .add(
                        "sql/log/read_ends",
                        (tx, arguments) ->
                                byName(tx, arguments, "ended", "instance_id", "kind", "id", "position", "reason"))
                .add(
                        "sql/log/read_taken_values",
                        (tx, arguments) -> byName(
                                tx,
                                arguments,
                                "unique_constraints",
                                "instance_id",
                                "unique_type",
                                "unique_field",
                                "owner"))
                .add("sql/log/read_answers", LogStatements::readAnswers)
                .add("sql/log/append_events", LogStatements::appendEvents)
                .add("sql/log/move_heads", LogStatements::moveHeads)
                .add("sql/log/remember_pushes", LogStatements::rememberPushes)
                .add("sql/log/free_values", LogStatements::freeValues)
                .add("sql/log/take_values", LogStatements::takeValues)
                .add("sql/log/mark_ends", LogStatements::markEnds);
    }

    private static Result limitLockWait(Transaction tx, Arguments arguments) {
        tx.setLockTimeoutNanos(TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments.text(1))));
        return Result.of(List.of(TableRow.of("set_config", arguments.text(1) + "ms")), "set_config");
    }

    public static Result takeLocks(Transaction tx, Arguments arguments) {
        for (int row = 0; row < arguments.rows(1); row++) {
            tx.advisory((Long) arguments.at(1, row), (Boolean) arguments.at(2, row));
        }
        return Result.of(List.of(TableRow.of("count", (long) arguments.rows(1))), "count");
    }

    private static Result byName(Transaction tx, Arguments arguments, String table, String... columns) {
        List<TableRow> found = new ArrayList<>();
        for (int row = 0; row < arguments.rows(1); row++) {
            tx.get(tx.server().table(table), arguments.at(1, row), arguments.at(2, row), arguments.at(3, row))
                    .ifPresent(found::add);
        }
        return Result.of(found, columns);
    }

    private static Result readAnswers(Transaction tx, Arguments arguments) {
        List<TableRow> found = new ArrayList<>();
        arguments.list(1).stream()
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .forEach(id -> tx.get(tx.server().table("pushes"), id).ifPresent(push -> {
                    long first = push.number("first_in_tx_order");
                    for (long order = first; order < first + push.number("event_count"); order++) {
                        tx.get(tx.server().table("events2"), push.number("position"), order)
                                .ifPresent(event -> found.add(event.with("push_id", id)));
                    }
                }));
        return Result.of(found, "push_id", "position", "created_at", "sequence", "in_tx_order", "partition", "owner");
    }

    private static Result appendEvents(Transaction tx, Arguments arguments) {
        long position = arguments.number(1) + tx.xid();
        TableRow place =
                TableRow.of("position", position, "created_at", tx.server().now());
        for (int row = 0; row < arguments.rows(2); row++) {
            String payload = (String) arguments.at(8, row);
            TableRow event = place.with(
                    "instance_id",
                    arguments.at(2, row),
                    "aggregate_type",
                    arguments.at(3, row),
                    "aggregate_id",
                    arguments.at(4, row),
                    "event_type",
                    arguments.at(5, row),
                    "sequence",
                    arguments.at(6, row),
                    "revision",
                    arguments.at(7, row),
                    "payload",
                    payload.isEmpty() ? null : payload,
                    "creator",
                    arguments.at(9, row),
                    "owner",
                    arguments.at(10, row),
                    "in_tx_order",
                    arguments.at(11, row),
                    "partition",
                    arguments.at(12, row));
            tx.insert(tx.server().table("events2_pkey"), event);
            tx.insert(tx.server().table("events2"), event);
        }
        return Result.of(List.of(place), "position", "created_at");
    }

    private static Result moveHeads(Transaction tx, Arguments arguments) {
        Table heads = tx.server().table("heads");
        long position = arguments.number(1) + tx.xid();
        for (int row = 0; row < arguments.rows(2); row++) {
            TableRow head = TableRow.of(
                    "instance_id",
                    arguments.at(2, row),
                    "aggregate_type",
                    arguments.at(3, row),
                    "aggregate_id",
                    arguments.at(4, row),
                    "sequence",
                    arguments.at(5, row),
                    "owner",
                    arguments.at(6, row),
                    "position",
                    position);
            if (!tx.insertIfAbsent(heads, head)) {
                TableRow known = tx.get(heads, arguments.at(2, row), arguments.at(3, row), arguments.at(4, row))
                        .orElseThrow();
                if (position < known.number("position") || head.number("sequence") <= known.number("sequence")) {
                    throw Refusal.of("P0001", "position falls");
                }
                tx.put(heads, known.with("sequence", head.value("sequence"), "position", position));
            }
        }
        return Result.changed(arguments.rows(2));
    }

    private static Result rememberPushes(Transaction tx, Arguments arguments) {
        for (int row = 0; row < arguments.rows(2); row++) {
            tx.insert(
                    tx.server().table("pushes"),
                    TableRow.of(
                            "push_id",
                            arguments.at(2, row),
                            "first_in_tx_order",
                            arguments.at(3, row),
                            "event_count",
                            arguments.at(4, row),
                            "position",
                            arguments.number(1) + tx.xid()));
        }
        return Result.changed(arguments.rows(2));
    }

    private static Result freeValues(Transaction tx, Arguments arguments) {
        int freed = 0;
        Table held = tx.server().table("unique_constraints");
        for (int row = 0; row < arguments.rows(1); row++) {
            var found = tx.get(held, arguments.at(1, row), arguments.at(2, row), arguments.at(3, row));
            if (found.isPresent()) {
                tx.delete(held, found.get());
                freed++;
            }
        }
        return Result.changed(freed);
    }

    private static Result takeValues(Transaction tx, Arguments arguments) {
        for (int row = 0; row < arguments.rows(1); row++) {
            tx.insert(
                    tx.server().table("unique_constraints"),
                    TableRow.of(
                            "instance_id",
                            arguments.at(1, row),
                            "unique_type",
                            arguments.at(2, row),
                            "unique_field",
                            arguments.at(3, row),
                            "owner",
                            arguments.at(4, row)));
        }
        return Result.changed(arguments.rows(1));
    }

    private static Result markEnds(Transaction tx, Arguments arguments) {
        for (int row = 0; row < arguments.rows(2); row++) {
            tx.put(
                    tx.server().table("ended"),
                    TableRow.of(
                            "instance_id",
                            arguments.at(2, row),
                            "kind",
                            arguments.at(3, row),
                            "id",
                            arguments.at(4, row),
                            "reason",
                            arguments.at(5, row),
                            "position",
                            arguments.number(1) + tx.xid()));
        }
        return Result.changed(arguments.rows(2));
    }
}
