package dev.vesper.simulation.database;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What leases and the relay send. */
public final class RelayStatements {
    private RelayStatements() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/lease/take_lease", RelayStatements::takeLease)
                .add("sql/lease/renew_lease", RelayStatements::renewLease)
                .add("sql/lease/release_lease", RelayStatements::releaseLease)
                .add("sql/relay/read_cursors", RelayStatements::readCursors)
                .add("sql/relay/read_topic_ids", RelayStatements::readTopicIds)
                .add("sql/relay/move_cursor", (tx, arguments) -> moveCursor(tx, arguments, true))
                .add("sql/relay/holds_event", RelayStatements::holdsEvent);
    }

    private static Result takeLease(Transaction tx, Arguments arguments) {
        Table leases = tx.server().table("leases");
        OffsetDateTime until = until(tx, arguments.fraction(3));
        TableRow first =
                TableRow.of("name", arguments.text(1), "holder", arguments.text(2), "epoch", 1L, "expires_at", until);
        if (tx.insertIfAbsent(leases, first)) {
            return Result.of(List.of(first), "epoch");
        }
        TableRow known = tx.get(leases, arguments.text(1)).orElseThrow();
        OffsetDateTime expires = known.time("expires_at");
        if (expires.isAfter(tx.server().now()) && !known.text("holder").equals(arguments.text(2))) {
            return Result.changed(0);
        }
        TableRow taken =
                known.with("holder", arguments.text(2), "epoch", known.number("epoch") + 1, "expires_at", until);
        tx.put(leases, taken);
        return Result.of(List.of(taken), "epoch");
    }

    private static Result renewLease(Transaction tx, Arguments arguments) {
        Optional<TableRow> held = held(tx, arguments)
                .filter(lease -> lease.time("expires_at").isAfter(tx.server().now()));
        held.ifPresent(lease ->
                tx.put(tx.server().table("leases"), lease.with("expires_at", until(tx, arguments.fraction(3)))));
        return Result.changed(held.isPresent() ? 1 : 0);
    }

    private static Result releaseLease(Transaction tx, Arguments arguments) {
        Optional<TableRow> held = held(tx, arguments);
        held.ifPresent(lease -> tx.put(
                tx.server().table("leases"),
                lease.with("expires_at", tx.server().now())));
        return Result.changed(held.isPresent() ? 1 : 0);
    }

    private static Optional<TableRow> held(Transaction tx, Arguments arguments) {
        return tx.get(tx.server().table("leases"), arguments.text(1))
                .filter(lease -> lease.number("epoch") == arguments.number(2));
    }

    private static OffsetDateTime until(Transaction tx, double seconds) {
        return tx.server().now().plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static Result readTopicIds(Transaction tx, Arguments arguments) {
        return Result.of(
                tx.rows(tx.server().table("relay_cursors")).stream()
                        .map(cursor -> TableRow.of("topic_id", cursor.text("topic_id")))
                        .distinct()
                        .toList(),
                "topic_id");
    }

    private static Result readCursors(Transaction tx, Arguments arguments) {
        List<TableRow> layouts =
                List.copyOf(tx.rows(tx.server().table("relay_layouts"))).reversed();
        List<TableRow> found = new ArrayList<>();
        for (int partition = 0; partition < arguments.integer(1); partition++) {
            int wanted = partition;
            layouts.stream()
                    .flatMap(layout -> tx
                            .get(
                                    tx.server().table("relay_cursors"),
                                    layout.number("first_shard") + wanted % layout.number("shards"))
                            .stream())
                    .filter(cursor -> cursor.text("topic_id").equals(arguments.text(2)))
                    .findFirst()
                    .ifPresent(cursor -> found.add(cursor.with("partition", wanted)));
        }
        return Result.of(found, "partition", "position", "in_tx_order");
    }

    /** @param checksEpoch false for a fault */
    public static Result moveCursor(Transaction tx, Arguments arguments, boolean checksEpoch) {
        Table cursors = tx.server().table("relay_cursors");
        TableRow moved = TableRow.of(
                "shard",
                arguments.number(1),
                "epoch",
                arguments.number(2),
                "topic_id",
                arguments.text(3),
                "position",
                arguments.number(4),
                "in_tx_order",
                arguments.integer(5));
        if (tx.insertIfAbsent(cursors, moved)) {
            return Result.changed(1);
        }
        TableRow known = tx.get(cursors, arguments.number(1)).orElseThrow();
        if (checksEpoch && known.number("epoch") > arguments.number(2)) {
            return Result.changed(0);
        }
        tx.put(cursors, moved);
        return Result.changed(1);
    }

    private static Result holdsEvent(Transaction tx, Arguments arguments) {
        boolean held = tx.get(tx.server().table("events2"), arguments.number(1), arguments.number(2))
                .isPresent();
        return Result.of(List.of(TableRow.of("held", held)), "held");
    }
}
