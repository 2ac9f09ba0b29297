package dev.vesper.eventstore.repair;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far everybody has come who keeps a checkpoint in a table. */
final class Checkpoints {
    /** Of other services; they may be in another cluster, or closed to us. */
    private static final Map<String, String> FOREIGN = Map.of(
            "projections.partition_states", "repair/read_view_checkpoints",
            "projections.current_states", "repair/read_view_starts",
            "notifier.checkpoints", "repair/read_notifier_checkpoints");

    private final Sql sql;

    Checkpoints(Sql sql) {
        this.sql = sql;
    }

    Found find() {
        List<Seen> seen = new ArrayList<>(read("repair/read_own_checkpoints"));
        Map<String, Boolean> readable = new LinkedHashMap<>();
        sql.run(Statement.of("repair/find_foreign_tables"))
                .forEach(row -> readable.put(row.getString("name"), row.getBoolean("readable")));
        List<String> unseen = new ArrayList<>();
        FOREIGN.forEach((table, statement) -> {
            if (readable.getOrDefault(table, false)) {
                seen.addAll(read(statement));
            } else {
                unseen.add(table);
            }
        });
        return new Found(seen, unseen.stream().sorted().toList());
    }

    private List<Seen> read(String statement) {
        return sql.run(Statement.of(statement)).stream()
                .map(row -> new Seen(
                        row.getString("place"), new Cursor(row.getLong("position"), row.getInteger("in_tx_order"))))
                .toList();
    }

    /** @param unseen tables that are not here, or that we may not read */
    record Found(List<Seen> seen, List<String> unseen) {}
}
