package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.BatchWrite.EventRow;
import dev.vesper.eventstore.log.BatchWrite.PushRow;
import dev.vesper.eventstore.log.Facts.UniqueKey;
import dev.vesper.eventstore.log.Facts.UniqueOwner;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A batch's rows as the statements that write them, one set at a time; the first one answers position and time. */
final class BatchStatements {
    private BatchStatements() {}

    static List<Statement> of(BatchWrite write, long base) {
        List<Statement> statements = new ArrayList<>();
        statements.add(events(write.events(), base));
        statements.add(heads(write.heads(), base));
        statements.add(pushes(write.pushes(), base));
        if (!write.clearedInstances().isEmpty()) {
            statements.add(Statement.of(
                    "log/free_instances", (Object) write.clearedInstances().toArray(String[]::new)));
        }
        if (!write.clearedOwners().isEmpty()) {
            statements.add(Statement.of(
                    "log/free_owners",
                    texts(write.clearedOwners(), UniqueOwner::instanceId),
                    texts(write.clearedOwners(), UniqueOwner::owner)));
        }
        if (!write.removed().isEmpty()) {
            statements.add(freed(write.removed()));
        }
        if (!write.added().isEmpty()) {
            statements.add(taken(write.added()));
        }
        if (!write.ends().isEmpty()) {
            statements.add(ends(write.ends(), base));
        }
        return statements;
    }

    private static Statement events(List<EventRow> rows, long base) {
        return Statement.of(
                "log/append_events",
                base,
                texts(rows, row -> row.aggregate().instanceId()),
                texts(rows, row -> row.aggregate().type()),
                texts(rows, row -> row.aggregate().id()),
                texts(rows, row -> row.event().type()),
                column(rows, row -> row.place().sequence(), Long[]::new),
                column(rows, row -> row.event().revision(), Integer[]::new),
                texts(rows, row -> row.event().payload()),
                texts(rows, EventRow::creator),
                texts(rows, row -> row.place().owner()),
                column(rows, row -> row.place().inTxOrder(), Integer[]::new),
                column(rows, row -> row.place().partition(), Integer[]::new));
    }

    private static Statement heads(Map<AggregateId, Facts.Head> heads, long base) {
        return Statement.of(
                "log/move_heads",
                base,
                texts(heads.keySet(), AggregateId::instanceId),
                texts(heads.keySet(), AggregateId::type),
                texts(heads.keySet(), AggregateId::id),
                column(heads.values(), Facts.Head::sequence, Long[]::new),
                texts(heads.values(), Facts.Head::owner));
    }

    private static Statement pushes(List<PushRow> pushes, long base) {
        return Statement.of(
                "log/remember_pushes",
                base,
                column(pushes, PushRow::pushId, UUID[]::new),
                column(pushes, PushRow::firstInTxOrder, Integer[]::new),
                column(pushes, PushRow::eventCount, Integer[]::new));
    }

    private static Statement freed(Collection<UniqueKey> values) {
        return Statement.of(
                "log/free_values",
                texts(values, UniqueKey::instanceId),
                texts(values, UniqueKey::type),
                texts(values, UniqueKey::field));
    }

    private static Statement taken(Map<UniqueKey, String> values) {
        return Statement.of(
                "log/take_values",
                texts(values.keySet(), UniqueKey::instanceId),
                texts(values.keySet(), UniqueKey::type),
                texts(values.keySet(), UniqueKey::field),
                texts(values.values(), Function.identity()));
    }

    private static Statement ends(Map<Subject, String> ends, long base) {
        return Statement.of(
                "log/mark_ends",
                base,
                texts(ends.keySet(), Subject::instanceId),
                texts(ends.keySet(), Subject::kind),
                texts(ends.keySet(), Subject::id),
                texts(ends.values(), Function.identity()));
    }

    static <R> String[] texts(Collection<R> rows, Function<R, String> column) {
        return column(rows, column, String[]::new);
    }

    private static <R, T> T[] column(Collection<R> rows, Function<R, T> column, IntFunction<T[]> array) {
        // Plain, because each batch makes two dozen of these.
        T[] values = array.apply(rows.size());
        int place = 0;
        for (R row : rows) {
            values[place++] = column.apply(row);
        }
        return values;
    }
}
