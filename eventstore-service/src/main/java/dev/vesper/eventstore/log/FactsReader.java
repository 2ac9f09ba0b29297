package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Facts.End;
import dev.vesper.eventstore.log.Facts.Head;
import dev.vesper.eventstore.log.Facts.UniqueKey;
import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.sql.WriterSession.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Asks for all that a batch names, and makes {@link Facts} of the answers. What no push names is not asked for. */
final class FactsReader implements RowReader {
    private final Facts facts = Facts.none();
    private final List<Statement> statements = new ArrayList<>();
    private final List<RowReader> readers = new ArrayList<>();
    private OptionalLong base = OptionalLong.empty();

    FactsReader(List<Push> batch) {
        ask(Statement.of("log/read_base"), (_, row) -> base = OptionalLong.of(row.getLong(1)));
        askByName(
                "log/read_heads",
                aggregates(batch),
                List.of(AggregateId::instanceId, AggregateId::type, AggregateId::id),
                (_, row) -> facts.heads()
                        .put(
                                new AggregateId(row.getString(1), row.getString(2), row.getString(3)),
                                new Head(row.getLong(4), row.getString(5))));
        askByName(
                "log/read_ends",
                subjects(batch),
                List.of(Subject::instanceId, Subject::kind, Subject::id),
                (_, row) -> facts.ends()
                        .put(
                                new Subject(row.getString(1), row.getString(2), row.getString(3)),
                                new End(row.getLong(4), row.getString(5))));
        askByName(
                "log/read_taken_values",
                values(batch),
                List.of(UniqueKey::instanceId, UniqueKey::type, UniqueKey::field),
                (_, row) -> facts.taken()
                        .put(new UniqueKey(row.getString(1), row.getString(2), row.getString(3)), row.getString(4)));
        ask(
                Statement.of("log/read_answers", (Object)
                        batch.stream().map(Push::pushId).toArray(UUID[]::new)),
                (_, row) -> facts.answered().merge(row.getObject(1, UUID.class), answer(row), FactsReader::joined));
    }

    /** To be run when the locks are held. */
    List<Statement> statements() {
        return statements;
    }

    @Override
    public void read(int statement, ResultSet row) throws SQLException {
        readers.get(statement).read(statement, row);
    }

    Facts facts() {
        return facts;
    }

    /** @throws WriteFailure.ForeignServer when none is known */
    long base() {
        return base.orElseThrow(WriteFailure.ForeignServer::new);
    }

    private static PushOutcome.Pushed answer(ResultSet row) throws SQLException {
        OffsetDateTime createdAt = row.getObject(3, OffsetDateTime.class);
        var event = new PushedEvent(row.getLong(4), row.getInt(5), row.getInt(6), row.getString(7));
        return new PushOutcome.Pushed(row.getLong(2), createdAt.toInstant(), List.of(event));
    }

    private static PushOutcome.Pushed joined(PushOutcome.Pushed one, PushOutcome.Pushed other) {
        List<PushedEvent> events = new ArrayList<>(one.events());
        events.addAll(other.events());
        return new PushOutcome.Pushed(one.position(), one.createdAt(), events);
    }

    private static Collection<AggregateId> aggregates(List<Push> batch) {
        Set<AggregateId> named = new LinkedHashSet<>();
        for (Push push : batch) {
            push.appends().forEach(append -> named.add(append.aggregate()));
            for (Precondition condition : push.preconditions()) {
                if (condition instanceof Precondition.StillAt(AggregateId aggregate, long _)) {
                    named.add(aggregate);
                }
            }
        }
        return named;
    }

    private static Collection<Subject> subjects(List<Push> batch) {
        Set<Subject> named = new LinkedHashSet<>();
        for (Push push : batch) {
            for (Precondition condition : push.preconditions()) {
                if (condition instanceof Precondition.NotEnded(Subject subject, long _)) {
                    named.add(subject);
                }
            }
        }
        return named;
    }

    private static Collection<UniqueKey> values(List<Push> batch) {
        Set<UniqueKey> named = new LinkedHashSet<>();
        for (Push push : batch) {
            for (UniqueConstraint constraint : push.uniqueConstraints()) {
                switch (constraint) {
                    case UniqueConstraint.Add(String instance, String type, String field, String _, String _) ->
                        named.add(new UniqueKey(instance, type, field));
                    case UniqueConstraint.Remove(String instance, String type, String field) ->
                        named.add(new UniqueKey(instance, type, field));
                    case UniqueConstraint.RemoveOwner _, UniqueConstraint.RemoveInstance _ -> {}
                }
            }
        }
        return named;
    }

    private <T> void askByName(String name, Collection<T> wanted, List<Function<T, String>> columns, RowReader reader) {
        if (!wanted.isEmpty()) {
            Object[] arrays = columns.stream()
                    .map(column -> BatchStatements.texts(wanted, column))
                    .toArray();
            ask(Statement.of(name, arrays), reader);
        }
    }

    private void ask(Statement statement, RowReader reader) {
        statements.add(statement);
        readers.add(reader);
    }
}
