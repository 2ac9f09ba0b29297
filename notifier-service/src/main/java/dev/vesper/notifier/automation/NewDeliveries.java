package dev.vesper.notifier.automation;

import dev.vesper.notifier.deliveries.NotificationState;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts deliveries on the schedule. */
final class NewDeliveries {
    private static final Statement ADD = Statement.named("add_deliveries");
    private static final Statement ADD_MISSING = Statement.named("add_missing_deliveries");
    private static final Statement WAKE = Statement.named("wake_workers");

    private NewDeliveries() {}

    /** From their trigger: what they know of the log is right. Wakes the workers of all processes at commit. */
    static void add(List<NewDelivery> deliveries, Database.Open transaction) {
        Columns<NewDelivery> rows = new Columns<>(deliveries);
        transaction.run(
                ADD,
                (Object) rows.texts(NewDelivery::instanceId),
                rows.texts(NewDelivery::id),
                rows.texts(NewDelivery::kind),
                rows.texts(row -> row.state().state()),
                rows.flags(row -> row.state().attempts() > 0),
                rows.texts(NewDelivery::target),
                rows.texts(NewDelivery::owner),
                rows.texts(NewDelivery::request),
                rows.texts(NewDelivery::traceparent),
                rows.times(NewDelivery::requestedAt),
                rows.times(NewDelivery::dueAt),
                rows.ints(row -> row.state().attempts()),
                rows.longs(row -> row.state().sequence()),
                rows.times(NewDeliveries::finishedAt));
        transaction.run(WAKE);
    }

    /** From their own event: only those that nobody has. The log is asked before the first attempt. */
    static void addMissing(List<NewDelivery> deliveries, Database.Open transaction) {
        Columns<NewDelivery> rows = new Columns<>(deliveries);
        transaction.run(
                ADD_MISSING,
                (Object) rows.texts(NewDelivery::instanceId),
                rows.texts(NewDelivery::id),
                rows.texts(NewDelivery::kind),
                rows.texts(NewDelivery::target),
                rows.texts(NewDelivery::owner),
                rows.texts(NewDelivery::request),
                rows.times(NewDelivery::requestedAt),
                rows.times(NewDelivery::dueAt));
    }

    private static @Nullable Instant finishedAt(NewDelivery row) {
        NotificationState state = row.state();
        return state.isFinished() ? state.at() : null;
    }
}
