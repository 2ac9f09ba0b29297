package dev.vesper.simulation.database;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the relay sends about how the partitions are shared. */
final class LayoutStatements {
    private static final String[] LAYOUT = {"first_shard", "shards", "transactional_ids"};

    private LayoutStatements() {}

    static void addTo(Statements statements) {
        statements
                .add(
                        "sql/relay/read_layout",
                        (tx, _) -> Result.of(newest(tx).stream().toList(), LAYOUT))
                .add("sql/relay/begin_layout", LayoutStatements::begin)
                .add(
                        "sql/relay/find_unfenced_layouts",
                        (tx, arguments) -> Result.of(unfenced(tx, arguments.integer(1)), LAYOUT))
                .add("sql/relay/mark_fenced", LayoutStatements::markFenced);
    }

    private static Result begin(Transaction tx, Arguments arguments) {
        Optional<TableRow> newest = newest(tx);
        if (newest.map(layout -> layout.number("first_shard")).orElse(-1L) != arguments.number(1)) {
            return Result.of(List.of(), LAYOUT);
        }
        TableRow begun = TableRow.of(
                "first_shard",
                newest.map(layout -> (int) (layout.number("first_shard") + layout.number("shards")))
                        .orElse(0),
                "shards",
                arguments.integer(2),
                "transactional_ids",
                arguments.text(3),
                "fenced",
                false);
        if (!tx.insertIfAbsent(layouts(tx), begun)) {
            return Result.of(List.of(), LAYOUT);
        }
        newest.ifPresent(layout -> {
            long first = layout.number("first_shard");
            for (long shard = first; shard < first + layout.number("shards"); shard++) {
                retire(tx, "relay-" + shard);
            }
        });
        return Result.of(List.of(begun), LAYOUT);
    }

    /** Nobody can take or renew such a lease again. */
    private static void retire(Transaction tx, String lease) {
        Table leases = tx.server().table("leases");
        TableRow retired =
                TableRow.of("name", lease, "holder", "retired", "epoch", 1L, "expires_at", OffsetDateTime.MAX);
        if (!tx.insertIfAbsent(leases, retired)) {
            TableRow known = tx.get(leases, lease).orElseThrow();
            tx.put(leases, retired.with("epoch", known.number("epoch") + 1));
        }
    }

    private static Result markFenced(Transaction tx, Arguments arguments) {
        List<TableRow> fenced = unfenced(tx, arguments.integer(1));
        fenced.forEach(layout -> tx.put(layouts(tx), layout.with("fenced", true)));
        return Result.changed(fenced.size());
    }

    private static List<TableRow> unfenced(Transaction tx, int before) {
        return tx.rows(layouts(tx)).stream()
                .filter(layout -> layout.number("first_shard") < before && !layout.is("fenced"))
                .toList();
    }

    private static Optional<TableRow> newest(Transaction tx) {
        List<TableRow> all = List.copyOf(tx.rows(layouts(tx)));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static Table layouts(Transaction tx) {
        return tx.server().table("relay_layouts");
    }
}
