package dev.vesper.simulation.database;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine of the views sends: checkpoints and parked aggregates. */
public final class ProjectionStatements {
    private static final String ENGINE = "dev/vesper/projection/engine/";
    private static final String DATABASE = "dev/vesper/projection/database/";

    private ProjectionStatements() {}

    static void addTo(Statements statements) {
        List.of("begin", "commit", "rollback", "set_savepoint", "return_to_savepoint")
                .forEach(control -> statements.add(DATABASE + control, (_, _) -> Result.changed(0)));
        statements
                .add(ENGINE + "create_checkpoint", ProjectionStatements::createCheckpoint)
                .add(ENGINE + "load_checkpoints", ProjectionStatements::loadCheckpoints)
                .add(ENGINE + "advance_checkpoint", (tx, arguments) -> advanceCheckpoint(tx, arguments, true))
                .add(ENGINE + "begin_catching_up", (tx, arguments) -> catchUp(tx, arguments, true))
                .add(ENGINE + "end_catching_up", (tx, arguments) -> catchUp(tx, arguments, false))
                .add(ENGINE + "load_start_positions", (_, _) -> Result.of(List.of(), "instance_id", "start_position"))
                .add(ENGINE + "load_skipped_events", ProjectionStatements::loadSkipped)
                .add(ENGINE + "report_lags", (_, _) -> Result.changed(1))
                .add(ENGINE + "report_low_mark", (_, _) -> Result.changed(1))
                .add(ENGINE + "load_parked_aggregates", ProjectionStatements::loadParked)
                .add(ENGINE + "park_aggregate", ProjectionStatements::park)
                .add(ENGINE + "hold_event", ProjectionStatements::hold)
                .add(ENGINE + "record_skip", ProjectionStatements::recordSkip)
                .add(ENGINE + "release_aggregate", ProjectionStatements::release);
    }

    private static Result createCheckpoint(Transaction tx, Arguments arguments) {
        boolean created = tx.insertIfAbsent(
                checkpoints(tx),
                TableRow.of(
                        "projection_name",
                        arguments.text(1),
                        "version",
                        arguments.number(2),
                        "partition",
                        arguments.number(3),
                        "position",
                        -1L,
                        "in_tx_order",
                        -1L,
                        "kafka_offset",
                        null,
                        "catching_up",
                        true,
                        "generation",
                        0L));
        return Result.changed(created ? 1 : 0);
    }

    private static Result loadCheckpoints(Transaction tx, Arguments arguments) {
        return Result.of(
                of(tx, checkpoints(tx), arguments),
                "partition",
                "position",
                "in_tx_order",
                "kafka_offset",
                "catching_up",
                "generation");
    }

    /** @param locks false for a fault that moves a checkpoint whoever else has moved it */
    public static Result advanceCheckpoint(Transaction tx, Arguments arguments, boolean locks) {
        TableRow found = checkpoint(tx, arguments)
                .filter(row -> !locks
                        || (row.number("position") == arguments.number(4)
                                && row.number("in_tx_order") == arguments.number(5)
                                && row.number("generation") == arguments.number(9)))
                .or(() -> waitFor(tx, arguments))
                .orElseThrow(() -> Refusal.of("VP001", "another consumer moved the checkpoint"));
        Object offset = arguments.value(8);
        tx.put(
                checkpoints(tx),
                found.with(
                        "position",
                        arguments.number(6),
                        "in_tx_order",
                        arguments.number(7),
                        "kafka_offset",
                        offset == null ? found.value("kafka_offset") : offset));
        return Result.of(List.of(TableRow.of("advance_checkpoint", null)), "advance_checkpoint");
    }

    /** A row that another is about to change is looked at again when that one is done. */
    private static Optional<TableRow> waitFor(Transaction tx, Arguments arguments) {
        checkpoint(tx, arguments)
                .filter(row -> tx.isLockedByOther(checkpoints(tx), row))
                .ifPresent(_ -> {
                    throw new Blocked();
                });
        return Optional.empty();
    }

    private static Result catchUp(Transaction tx, Arguments arguments, boolean begins) {
        Optional<TableRow> found = checkpoint(tx, arguments);
        found.ifPresent(row -> tx.put(
                checkpoints(tx),
                begins
                        ? row.with("catching_up", true)
                        : row.with("catching_up", false, "kafka_offset", arguments.value(4))));
        return Result.changed(found.isPresent() ? 1 : 0);
    }

    private static Result loadParked(Transaction tx, Arguments arguments) {
        return Result.of(
                of(tx, tx.server().table("parked_aggregates"), arguments),
                "instance_id",
                "aggregate_type",
                "aggregate_id",
                "partition",
                "failed_sequence",
                "attempts",
                "next_attempt_at",
                "skip_by",
                "skip_reason");
    }

    private static Result loadSkipped(Transaction tx, Arguments arguments) {
        return Result.of(
                of(tx, tx.server().table("skipped_events"), arguments),
                "instance_id",
                "aggregate_type",
                "aggregate_id",
                "sequence");
    }

    private static Result recordSkip(Transaction tx, Arguments arguments) {
        tx.insertIfAbsent(
                tx.server().table("skipped_events"),
                TableRow.of(
                        "projection_name",
                        arguments.text(1),
                        "version",
                        arguments.number(2),
                        "instance_id",
                        arguments.text(4),
                        "aggregate_type",
                        arguments.text(5),
                        "aggregate_id",
                        arguments.text(6),
                        "sequence",
                        arguments.number(7)));
        return Result.changed(1);
    }

    private static Result park(Transaction tx, Arguments arguments) {
        Table parked = tx.server().table("parked_aggregates");
        // Of the same event; another one begins anew.
        @Nullable
        TableRow known = parked(tx, arguments, 4)
                .filter(row -> row.number("failed_sequence") == arguments.number(8))
                .orElse(null);
        tx.put(
                parked,
                TableRow.of(
                        "projection_name",
                        arguments.text(1),
                        "version",
                        arguments.number(2),
                        "instance_id",
                        arguments.text(4),
                        "aggregate_type",
                        arguments.text(5),
                        "aggregate_id",
                        arguments.text(6),
                        "partition",
                        arguments.integer(7),
                        "failed_sequence",
                        arguments.number(8),
                        "error",
                        arguments.text(13),
                        "next_attempt_at",
                        arguments.value(12),
                        "attempts",
                        known == null ? 1 : (int) known.number("attempts") + 1,
                        "skip_by",
                        known == null ? null : known.value("skip_by"),
                        "skip_reason",
                        known == null ? null : known.value("skip_reason")));
        return Result.changed(1);
    }

    private static Result hold(Transaction tx, Arguments arguments) {
        Optional<TableRow> known = parked(tx, arguments, 3);
        known.ifPresent(row -> tx.put(
                tx.server().table("parked_aggregates"),
                row.with("held_position", arguments.number(6), "held_in_tx_order", arguments.number(7))));
        return Result.changed(known.isPresent() ? 1 : 0);
    }

    private static Result release(Transaction tx, Arguments arguments) {
        Optional<TableRow> known = parked(tx, arguments, 4);
        known.ifPresent(row -> tx.delete(tx.server().table("parked_aggregates"), row));
        return Result.changed(known.isPresent() ? 1 : 0);
    }

    private static Optional<TableRow> parked(Transaction tx, Arguments arguments, int instance) {
        return tx.get(
                tx.server().table("parked_aggregates"),
                arguments.text(1),
                arguments.number(2),
                arguments.text(instance),
                arguments.text(instance + 1),
                arguments.text(instance + 2));
    }

    private static Optional<TableRow> checkpoint(Transaction tx, Arguments arguments) {
        return tx.get(checkpoints(tx), arguments.text(1), arguments.number(2), arguments.number(3));
    }

    private static Table checkpoints(Transaction tx) {
        return tx.server().table("partition_states");
    }

    private static List<TableRow> of(Transaction tx, Table table, Arguments arguments) {
        return tx.rows(table).stream()
                .filter(row -> row.text("projection_name").equals(arguments.text(1))
                        && row.number("version") == arguments.number(2))
                .toList();
    }
}
