package dev.vesper.simulation.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the readers of the log send. */
public final class LogReads {
    private static final String[] EVENT = {
        "instance_id",
        "aggregate_type",
        "aggregate_id",
        "event_type",
        "sequence",
        "revision",
        "created_at",
        "payload",
        "creator",
        "owner",
        "position",
        "in_tx_order",
        "partition"
    };
    private static final String[] SEEN = {
        "seen_position",
        "seen_in_tx_order",
        "seen_events",
        "instance_id",
        "aggregate_type",
        "aggregate_id",
        "event_type",
        "sequence",
        "revision",
        "created_at",
        "payload",
        "creator",
        "owner",
        "position",
        "in_tx_order",
        "partition"
    };

    private static final long BASE = 0;

    private LogReads() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/log/read_aggregate", LogReads::readAggregate)
                .add(
                        "sql/log/read_horizon",
                        (tx, _) -> Result.of(
                                List.of(TableRow.of(
                                        "horizon", BASE + tx.server().snapshotXmin())),
                                "horizon"))
                .add("sql/log/read_order_forward", LogReads::readOrderForward)
                .add(
                        "sql/log/read_global_order",
                        (tx, arguments) -> readGlobalOrder(
                                tx, arguments, BASE + tx.server().snapshotXmin()));
    }

    private static Result readAggregate(Transaction tx, Arguments arguments) {
        List<TableRow> found = tx
                .rowsAfter(
                        tx.server().table("events2_pkey"),
                        arguments.text(1),
                        arguments.text(2),
                        arguments.text(3),
                        arguments.number(4) - 1)
                .stream()
                .takeWhile(event -> event.text("instance_id").equals(arguments.text(1))
                        && event.text("aggregate_type").equals(arguments.text(2))
                        && event.text("aggregate_id").equals(arguments.text(3)))
                .limit(arguments.number(5))
                .toList();
        return Result.of(found, EVENT);
    }

    /** Filters by aggregate types alone, which is what the readers here ask for. */
    private static Result readOrderForward(Transaction tx, Arguments arguments) {
        Key end = Key.of(arguments.number(3), arguments.number(4));
        List<TableRow> seen =
                tx.rowsAfter(tx.server().table("events2"), arguments.number(1), arguments.number(2)).stream()
                        .takeWhile(event ->
                                tx.server().table("events2").keyOf(event).compareTo(end) < 0)
                        .limit(arguments.number(5))
                        .toList();
        if (seen.isEmpty()) {
            return Result.of(List.of(), SEEN);
        }
        TableRow last = TableRow.of(
                "seen_position", seen.getLast().get("position"),
                "seen_in_tx_order", seen.getLast().get("in_tx_order"),
                "seen_events", (long) seen.size());
        List<TableRow> matching = seen.stream()
                .filter(event -> arguments.isNull(8) || arguments.list(8).contains(event.text("aggregate_type")))
                .limit(arguments.number(6))
                .map(event -> {
                    Map<String, @Nullable Object> both = new LinkedHashMap<>(event.columns());
                    both.putAll(last.columns());
                    return new TableRow(both);
                })
                .toList();
        return Result.of(matching.isEmpty() ? List.of(last) : matching, SEEN);
    }

    /**
     * No payload here comes near a page's limit of bytes.
     *
     * @param horizon below which it reads; a fault has another idea of it
     */
    public static Result readGlobalOrder(Transaction tx, Arguments arguments, long horizon) {
        List<Long> partitions = arguments.list(3).stream()
                .map(partition -> ((Number) Objects.requireNonNull(partition)).longValue())
                .toList();
        List<TableRow> page =
                tx.rowsAfter(tx.server().table("events2"), arguments.number(1), arguments.number(2)).stream()
                        .takeWhile(event -> event.number("position") < horizon)
                        .limit(arguments.number(4))
                        .map(event -> own(event, partitions).with("horizon", horizon))
                        .toList();
        List<TableRow> rows = page.isEmpty()
                ? List.of(TableRow.of("horizon", horizon))
                : page.stream()
                        .filter(event -> event.is("own") || event.equals(page.getLast()))
                        .toList();
        String[] columns = new String[EVENT.length + 2];
        columns[0] = "horizon";
        System.arraycopy(EVENT, 0, columns, 1, EVENT.length);
        columns[columns.length - 1] = "own";
        return Result.of(rows, columns);
    }

    private static TableRow own(TableRow event, List<Long> partitions) {
        return partitions.contains(event.number("partition"))
                ? event.with("own", true)
                : event.with("own", false, "payload", null);
    }
}
