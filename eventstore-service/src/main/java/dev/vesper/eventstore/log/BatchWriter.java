package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.sql.WriterSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
     * @param told hears the decisions, in the order of the batch, before anything is written
     * @return the outcomes, in the order of the batch
     * @throws WriteFailure when nothing was written, or when that is unknown
     */
    List<PushOutcome> write(
            WriterSession session, List<Push> batch, Duration lockTimeout, Consumer<List<Decision>> told) {
        Decided decided = decide(session, batch, lockTimeout);
        told.accept(decided.decisions());
        try {
            Written written = commit(session, decided.write(), decided.base());
            return decided.decisions().stream().map(written::outcome).toList();
        } catch (RuntimeException e) {
            // The commit was sent behind the rows: where one of them was refused, it was passed over.
            throw rolledBack(session, WriteFailure.of(e));
        }
    }

    private Decided decide(WriterSession session, List<Push> batch, Duration lockTimeout) {
        try {
            FactsReader reader = lockAndRead(session, batch, lockTimeout);
            Admission admission = new Admission(reader.facts(), partitions);
            List<Decision> decisions = batch.stream().map(admission::decide).toList();
            return new Decided(decisions, admission.write(), reader.base());
        } catch (RuntimeException e) {
            throw rolledBack(session, WriteFailure.of(e));
        }
    }

    private static FactsReader lockAndRead(WriterSession session, List<Push> batch, Duration lockTimeout) {
        LockKeys locks = LockKeys.of(batch);
        FactsReader facts = new FactsReader(batch);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.control("log/begin"));
        statements.add(Statement.of("log/limit_lock_wait", Long.toString(lockTimeout.toMillis())));
        statements.add(Statement.of("log/take_locks", locks.keys(), locks.exclusive()));
        statements.addAll(facts.statements());
        session.run(statements, (statement, row) -> {
            if (statement >= LOCK_STATEMENTS) {
                facts.read(statement - LOCK_STATEMENTS, row);
            }
        });
        return facts;
    }

    private static Written commit(WriterSession session, BatchWrite write, long base) {
        if (write.isEmpty()) {
            session.run(Statement.control("log/rollback"));
            return Written.NOTHING;
        }
        List<Statement> statements = BatchStatements.of(write, base);
        statements.add(Statement.control("log/commit"));
        WrittenReader reader = new WrittenReader();
        session.run(statements, reader);
        return reader.written;
    }

    private static WriteFailure rolledBack(WriterSession session, WriteFailure failure) {
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

    /** The first statement of a batch's rows says where they stand. */
    private static final class WrittenReader implements WriterSession.RowReader {
        private Written written = Written.NOTHING;

        @Override
        public void read(int statement, ResultSet row) throws SQLException {
            if (statement == 0) {
                OffsetDateTime createdAt = row.getObject(2, OffsetDateTime.class);
                written = new Written(row.getLong(1), createdAt.toInstant());
            }
        }
    }

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
