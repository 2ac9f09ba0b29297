package dev.vesper.simulation.database;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the notifier's announcer and workers send about the schedule of deliveries. */
public final class DeliveryStatements {
    private DeliveryStatements() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/add_deliveries", DeliveryStatements::add)
                .add("sql/add_missing_deliveries", DeliveryStatements::addMissing)
                .add("sql/align_deliveries", DeliveryStatements::align)
                .add("sql/wake_workers", (_, _) -> Result.of(List.of(TableRow.of("pg_notify", "")), "pg_notify"))
                .add("sql/finish_delivery", DeliveryStatements::finish)
                .add("sql/reschedule_delivery", (tx, arguments) -> reschedule(tx, arguments, true))
                .add("sql/rescue_abandoned_deliveries", DeliveryStatements::rescue);
    }

    private static Result add(Transaction tx, Arguments arguments) {
        int changed = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            TableRow delivery = TableRow.of(
                    "instance_id",
                    arguments.at(1, row),
                    "id",
                    arguments.at(2, row),
                    "kind",
                    arguments.at(3, row),
                    "state",
                    arguments.at(4, row),
                    "retrying",
                    arguments.at(5, row),
                    "unverified",
                    false,
                    "target",
                    arguments.at(6, row),
                    "owner",
                    arguments.at(7, row),
                    "request",
                    arguments.at(8, row),
                    "traceparent",
                    arguments.value(9, row),
                    "requested_at",
                    arguments.at(10, row),
                    "due_at",
                    arguments.at(11, row),
                    "attempts",
                    arguments.at(12, row),
                    "sequence",
                    arguments.at(13, row),
                    "finished_at",
                    arguments.value(14, row));
            if (tx.insertIfAbsent(deliveries(tx), delivery)) {
                changed++;
                continue;
            }
            TableRow known =
                    find(tx, arguments.at(1, row), arguments.at(2, row)).orElseThrow();
            if (known.text("state").equals("waiting")
                    && known.is("unverified")
                    && known.number("sequence") <= delivery.number("sequence")) {
                tx.put(
                        deliveries(tx),
                        known.with(
                                "due_at",
                                delivery.value("due_at"),
                                "unverified",
                                false,
                                "traceparent",
                                delivery.value("traceparent"),
                                "state",
                                delivery.value("state"),
                                "retrying",
                                delivery.value("retrying"),
                                "attempts",
                                delivery.value("attempts"),
                                "sequence",
                                delivery.value("sequence"),
                                "finished_at",
                                delivery.value("finished_at")));
                changed++;
            }
        }
        return Result.changed(changed);
    }

    private static Result addMissing(Transaction tx, Arguments arguments) {
        int added = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            boolean isNew = tx.insertIfAbsent(
                    deliveries(tx),
                    TableRow.of(
                            "instance_id",
                            arguments.at(1, row),
                            "id",
                            arguments.at(2, row),
                            "kind",
                            arguments.at(3, row),
                            "state",
                            "waiting",
                            "retrying",
                            false,
                            "unverified",
                            true,
                            "target",
                            arguments.at(4, row),
                            "owner",
                            arguments.at(5, row),
                            "request",
                            arguments.at(6, row),
                            "requested_at",
                            arguments.at(7, row),
                            "due_at",
                            arguments.at(8, row),
                            "attempts",
                            0,
                            "sequence",
                            1L));
            added += isNew ? 1 : 0;
        }
        return Result.changed(added);
    }

    private static Result align(Transaction tx, Arguments arguments) {
        int changed = 0;
        for (int row = 0; row < arguments.rows(1); row++) {
            TableRow known =
                    find(tx, arguments.at(1, row), arguments.at(2, row)).orElse(null);
            if (known == null || known.number("sequence") >= (Long) arguments.at(6, row)) {
                continue;
            }
            boolean free = known.text("state").equals("waiting")
                    || (known.text("state").equals("running")
                            && known.time("lease_until").isBefore(arguments.time(9)));
            if (free) {
                tx.put(
                        deliveries(tx),
                        known.with(
                                "state",
                                arguments.at(3, row),
                                "retrying",
                                arguments.at(4, row),
                                "attempts",
                                arguments.at(5, row),
                                "sequence",
                                arguments.at(6, row),
                                "due_at",
                                arguments.at(7, row),
                                "finished_at",
                                arguments.value(8, row),
                                "lease_holder",
                                null,
                                "lease_until",
                                null));
                changed++;
            }
        }
        return Result.changed(changed);
    }

    private static Result finish(Transaction tx, Arguments arguments) {
        Optional<TableRow> held = held(tx, arguments, true);
        held.ifPresent(delivery -> tx.put(
                deliveries(tx),
                delivery.with(
                        "state",
                        arguments.text(4),
                        "attempts",
                        arguments.integer(5),
                        "sequence",
                        arguments.number(6),
                        "finished_at",
                        arguments.value(7),
                        "unverified",
                        false,
                        "lease_holder",
                        null,
                        "lease_until",
                        null)));
        return Result.changed(held.isPresent() ? 1 : 0);
    }

    /** @param checksLease false for a fault */
    public static Result reschedule(Transaction tx, Arguments arguments, boolean checksLease) {
        Optional<TableRow> held = held(tx, arguments, checksLease);
        held.ifPresent(delivery -> tx.put(
                deliveries(tx),
                delivery.with(
                        "state",
                        "waiting",
                        "retrying",
                        arguments.flag(4),
                        "attempts",
                        arguments.integer(5),
                        "sequence",
                        arguments.number(6),
                        "due_at",
                        arguments.value(7),
                        "unverified",
                        arguments.flag(8),
                        "target",
                        arguments.text(9),
                        "lease_holder",
                        null,
                        "lease_until",
                        null)));
        return Result.changed(held.isPresent() ? 1 : 0);
    }

    private static Optional<TableRow> held(Transaction tx, Arguments arguments, boolean checksLease) {
        return find(tx, arguments.text(1), arguments.text(2))
                .filter(delivery -> !checksLease
                        || (delivery.text("state").equals("running")
                                && Objects.equals(delivery.value("lease_holder"), arguments.value(3))));
    }

    private static Result rescue(Transaction tx, Arguments arguments) {
        List<TableRow> abandoned = tx.rows(deliveries(tx)).stream()
                .filter(delivery -> delivery.text("state").equals("running"))
                .filter(delivery -> !delivery.time("lease_until").isAfter(arguments.time(1)))
                .filter(delivery -> !tx.isLockedByOther(deliveries(tx), delivery))
                .sorted(Comparator.comparing((TableRow delivery) -> delivery.time("lease_until")))
                .limit(arguments.number(2))
                .toList();
        abandoned.forEach(delivery -> tx.put(
                deliveries(tx),
                delivery.with(
                        "state",
                        "waiting",
                        "unverified",
                        true,
                        "due_at",
                        arguments.value(1),
                        "lease_holder",
                        null,
                        "lease_until",
                        null)));
        return Result.changed(abandoned.size());
    }

    private static Optional<TableRow> find(Transaction tx, Object instance, Object id) {
        return tx.get(deliveries(tx), instance, id);
    }

    static Table deliveries(Transaction tx) {
        return tx.server().table("deliveries");
    }
}
