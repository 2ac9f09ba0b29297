package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a batch of pushes in one transaction and two round trips. First the locks and, behind them, the facts: each facts
 * statement has a snapshot of its own, taken when the locks are held. Then, once {@link Admission} has decided, the rows.
 * Only there the transaction draws its id, so that position never falls while sequence grows.
 */
final class BatchWriter {
    private static final int LOCK_STATEMENTS = 3;

    private final Partitions partitions;

    BatchWriter(Partitions partitions) {
        this.partitions = partitions;
    }

    /**
     * @return the outcomes, in the order of the batch
     * @throws WriteFailure when nothing was written, or when that is unknown
     */
    List<PushOutcome> write(Session session, List<Push> batch, Duration lockTimeout) {
        Decided decided = decide(session, batch, lockTimeout);
        try {
            Written written = commit(session, decided.write(), decided.base());
            return decided.decisions().stream().map(written::outcome).toList();
        } catch (RuntimeException e) {
            // The commit was sent behind the rows: where one of them was refused, it has rolled back.
            throw WriteFailure.of(e);
        }
    }

    private Decided decide(Session session, List<Push> batch, Duration lockTimeout) {
        try {
            List<RowSet<Row>> facts = lockAndRead(session, batch, lockTimeout);
            Admission admission = new Admission(FactsReader.facts(facts), partitions);
            List<Decision> decisions = batch.stream().map(admission::decide).toList();
            return new Decided(decisions, admission.write(), FactsReader.base(facts));
        } catch (RuntimeException e) {
            throw rolledBack(session, WriteFailure.of(e));
        }
    }

    private static List<RowSet<Row>> lockAndRead(Session session, List<Push> batch, Duration lockTimeout) {
        LockKeys locks = LockKeys.of(batch);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.control("log/begin"));
        statements.add(Statement.of("log/limit_lock_wait", Long.toString(lockTimeout.toMillis())));
        statements.add(Statement.of("log/take_locks", locks.keys(), locks.exclusive()));
        statements.addAll(FactsReader.statements(batch));
        return session.run(statements).subList(LOCK_STATEMENTS, statements.size());
    }

    private static Written commit(Session session, BatchWrite write, long base) {
        if (write.isEmpty()) {
            session.run(Statement.control("log/rollback"));
            return Written.NOTHING;
        }
        List<Statement> statements = BatchStatements.of(write, base);
        statements.add(Statement.control("log/commit"));
        Row place = session.run(statements).getFirst().iterator().next();
        return new Written(place.getLong(0), place.getOffsetDateTime(1).toInstant());
    }

    private static WriteFailure rolledBack(Session session, WriteFailure failure) {
        if (failure instanceof WriteFailure.ConnectionLost) {
            return failure;
        }
        try {
            session.run(Statement.control("log/rollback"));
            return failure;
        } catch (RuntimeException e) {
            return new WriteFailure.ConnectionLost(e);
        }
    }

    private record Decided(List<Decision> decisions, BatchWrite write, long base) {}

    /** What all pushes of the batch have in common. */
    private record Written(long position, Instant createdAt) {
        static final Written NOTHING = new Written(0, Instant.EPOCH);

        PushOutcome outcome(Decision decision) {
            return switch (decision) {
                case Decision.Repeated(PushOutcome.Pushed answer) -> answer;
                case Decision.Admitted(List<PushedEvent> events) -> new PushOutcome.Pushed(position, createdAt, events);
                case Decision.Refused(PushOutcome.Ended(Subject subject, long at, String reason))
                when at == Admission.THIS_BATCH -> new PushOutcome.Ended(subject, position, reason);
                case Decision.Refused(PushOutcome.Refused reason) -> reason;
            };
        }
    }
}
