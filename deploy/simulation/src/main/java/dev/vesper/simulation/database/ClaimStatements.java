package dev.vesper.simulation.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the workers of the notifier take deliveries. */
final class ClaimStatements {
    private static final String[] CLAIMED = {
        "instance_id",
        "id",
        "kind",
        "target",
        "owner",
        "request",
        "traceparent",
        "requested_at",
        "retrying",
        "unverified",
        "attempts",
        "sequence"
    };

    private ClaimStatements() {}

    static void addTo(Statements statements) {
        statements
                .add("sql/claim_due_deliveries", ClaimStatements::claimDue)
                .add("sql/claim_expired_deliveries", ClaimStatements::claimExpired);
    }

    private static Result claimDue(Transaction tx, Arguments arguments) {
        Map<String, Integer> room = new LinkedHashMap<>();
        for (int row = 0; row < arguments.rows(3); row++) {
            room.put((String) arguments.at(3, row), (Integer) arguments.at(4, row));
        }
        Function<String, Integer> free = target -> room.getOrDefault(target, arguments.integer(6));
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<TableRow> due = new ArrayList<>();
        free(
                        tx,
                        delivery -> delivery.is("retrying") == arguments.flag(1)
                                && delivery.text("target").compareTo(arguments.text(2)) > 0
                                && !delivery.time("due_at").isAfter(arguments.time(5))
                                && isActive(tx, delivery, arguments))
                .stream()
                .sorted(Comparator.comparing((TableRow delivery) -> delivery.text("target"))
                        .thenComparing(delivery -> delivery.time("due_at")))
                .forEach(delivery -> {
                    String target = delivery.text("target");
                    if (taken.getOrDefault(target, 0) < free.apply(target) && due.size() < arguments.integer(7)) {
                        taken.merge(target, 1, Integer::sum);
                        due.add(delivery);
                    }
                });
        return claim(tx, due, arguments.value(8), arguments.value(9));
    }

    private static boolean isActive(Transaction tx, TableRow delivery, Arguments arguments) {
        return arguments.isNull(10)
                || tx.get(tx.server().table("active_instances"), delivery.text("instance_id"))
                        .filter(active -> !active.time("last_event_at").isBefore(arguments.time(10)))
                        .isPresent();
    }

    private static Result claimExpired(Transaction tx, Arguments arguments) {
        List<TableRow> due = free(
                        tx,
                        delivery -> delivery.text("kind").equals(arguments.text(1))
                                && !delivery.time("requested_at").isAfter(arguments.time(2)))
                .stream()
                .sorted(Comparator.comparing((TableRow delivery) -> delivery.time("requested_at")))
                .limit(arguments.number(3))
                .toList();
        return claim(tx, due, arguments.value(4), arguments.value(5));
    }

    private static Result claim(Transaction tx, List<TableRow> due, @Nullable Object holder, @Nullable Object until) {
        List<TableRow> claimed = due.stream()
                .map(delivery -> delivery.with("state", "running", "lease_holder", holder, "lease_until", until))
                .toList();
        claimed.forEach(delivery -> tx.put(DeliveryStatements.deliveries(tx), delivery));
        return Result.of(claimed, CLAIMED);
    }

    /** Waiting, and not locked by another claim that is under way. */
    private static List<TableRow> free(Transaction tx, Predicate<TableRow> wanted) {
        return tx.rows(DeliveryStatements.deliveries(tx)).stream()
                .filter(delivery -> delivery.text("state").equals("waiting"))
                .filter(wanted)
                .filter(delivery -> !tx.isLockedByOther(DeliveryStatements.deliveries(tx), delivery))
                .toList();
    }
}
