package dev.vesper.simulation.world;

import static dev.vesper.simulation.world.Promises.expect;

import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.Table;
import dev.vesper.simulation.database.TableRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of the log and of what leads at its edge, whenever somebody commits. */
final class LogPromises implements Server.CommitCheck {
    private final Map<String, TableRow> heads = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<Object, TableRow> cursors = new HashMap<>();

    @Override
    public void committed(Map<Table, List<TableRow>> written) {
        written.forEach((table, rows) -> {
            switch (table.name()) {
                case "events2" -> rows.forEach(this::appended);
                case "relay_cursors" -> rows.forEach(this::moved);
                default -> {}
            }
        });
    }

    private void appended(TableRow event) {
        String aggregate =
                event.text("instance_id") + "/" + event.text("aggregate_type") + "/" + event.text("aggregate_id");
        TableRow before = heads.put(aggregate, event);
        long sequence = event.number("sequence");
        expect(
                sequence == (before == null ? 1 : before.number("sequence") + 1),
                "sequence %s of %s comes after %s",
                sequence,
                aggregate,
                before);
        expect(
                before == null || before.number("position") <= event.number("position"),
                "position falls from %s to %s",
                before,
                event);
        if (event.text("event_type").equals("session.terminated")) {
            ended.add(event.text("aggregate_id"));
        }
        if (event.text("event_type").equals("session_logout.back_channel.registered")) {
            expect(!ended.contains(event.text("aggregate_id")), "a token was granted for an ended session: %s", event);
        }
    }

    private void moved(TableRow cursor) {
        TableRow before = cursors.put(cursor.get("shard"), cursor);
        expect(
                before == null
                        || before.number("epoch") < cursor.number("epoch")
                        || (before.number("epoch") == cursor.number("epoch")
                                && before.number("position") <= cursor.number("position")),
                "a deposed leader moved the relay from %s to %s",
                before,
                cursor);
    }
}
