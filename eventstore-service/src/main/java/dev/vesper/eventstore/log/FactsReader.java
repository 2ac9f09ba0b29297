package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Facts.End;
import dev.vesper.eventstore.log.Facts.Head;
import dev.vesper.eventstore.log.Facts.UniqueKey;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for all that a batch names, and makes {@link Facts} of the answers. */
final class FactsReader {
    private FactsReader() {}

    static List<Statement> statements(List<Push> batch) {
        return List.of(
                Statement.of("log/read_base"),
                byName(
                        "log/read_heads",
                        aggregates(batch),
                        AggregateId::instanceId,
                        AggregateId::type,
                        AggregateId::id),
                byName("log/read_ends", subjects(batch), Subject::instanceId, Subject::kind, Subject::id),
                byName(
                        "log/read_taken_values",
                        values(batch),
                        UniqueKey::instanceId,
                        UniqueKey::type,
                        UniqueKey::field),
                Statement.of("log/read_answers", (Object)
                        batch.stream().map(Push::pushId).toArray(UUID[]::new)));
    }

    /** @throws WriteFailure.ForeignServer when none is known */
    static long base(List<RowSet<Row>> answers) {
        for (Row row : answers.getFirst()) {
            return row.getLong(0);
        }
        throw new WriteFailure.ForeignServer();
    }

    /** @param answers to {@link #statements}, in their order */
    static Facts facts(List<RowSet<Row>> answers) {
        Facts facts = Facts.none();
        answers.get(1)
                .forEach(row -> facts.heads()
                        .put(
                                new AggregateId(row.getString(0), row.getString(1), row.getString(2)),
                                new Head(row.getLong(3), row.getString(4))));
        answers.get(2)
                .forEach(row -> facts.ends()
                        .put(
                                new Subject(row.getString(0), row.getString(1), row.getString(2)),
                                new End(row.getLong(3), row.getString(4))));
        answers.get(3)
                .forEach(row -> facts.taken()
                        .put(new UniqueKey(row.getString(0), row.getString(1), row.getString(2)), row.getString(3)));
        answers.get(4).forEach(row -> facts.answered().merge(row.getUUID(0), answer(row), FactsReader::joined));
        return facts;
    }

    private static PushOutcome.Pushed answer(Row row) {
        OffsetDateTime createdAt = row.getOffsetDateTime(2);
        var event = new PushedEvent(row.getLong(3), row.getInteger(4), row.getInteger(5), row.getString(6));
        return new PushOutcome.Pushed(row.getLong(1), createdAt.toInstant(), List.of(event));
    }

    private static PushOutcome.Pushed joined(PushOutcome.Pushed one, PushOutcome.Pushed other) {
        List<PushedEvent> events = new ArrayList<>(one.events());
        events.addAll(other.events());
        return new PushOutcome.Pushed(one.position(), one.createdAt(), events);
    }

    private static Collection<AggregateId> aggregates(List<Push> batch) {
        return distinct(
                batch,
                push -> Stream.concat(
                        push.appends().stream().map(Append::aggregate),
                        push.preconditions().stream()
                                .flatMap(condition ->
                                        condition instanceof Precondition.StillAt(AggregateId aggregate, long _)
                                                ? Stream.of(aggregate)
                                                : Stream.empty())));
    }

    private static Collection<Subject> subjects(List<Push> batch) {
        return distinct(
                batch,
                push -> push.preconditions().stream()
                        .flatMap(condition -> condition instanceof Precondition.NotEnded(Subject subject, long _)
                                ? Stream.of(subject)
                                : Stream.empty()));
    }

    private static Collection<UniqueKey> values(List<Push> batch) {
        return distinct(
                batch,
                push -> push.uniqueConstraints().stream().flatMap(constraint -> switch (constraint) {
                    case UniqueConstraint.Add(String instance, String type, String field, String _, String _) ->
                        Stream.of(new UniqueKey(instance, type, field));
                    case UniqueConstraint.Remove(String instance, String type, String field) ->
                        Stream.of(new UniqueKey(instance, type, field));
                    case UniqueConstraint.RemoveOwner _, UniqueConstraint.RemoveInstance _ -> Stream.empty();
                }));
    }

    private static <T> Collection<T> distinct(List<Push> batch, Function<Push, Stream<T>> named) {
        return batch.stream().flatMap(named).distinct().toList();
    }

    private static <T> Statement byName(
            String name,
            Collection<T> wanted,
            Function<T, String> first,
            Function<T, String> second,
            Function<T, String> third) {
        return Statement.of(
                name,
                wanted.stream().map(first).toArray(String[]::new),
                wanted.stream().map(second).toArray(String[]::new),
                wanted.stream().map(third).toArray(String[]::new));
    }
}
