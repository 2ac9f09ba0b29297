package dev.vesper.simulation.database;

import dev.vesper.simulation.scheduling.Turn;
import dev.vesper.simulation.scheduling.Violation;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection: does what it was sent, one statement per turn. */
public final class Backend implements Turn {
    private static final long TRANSACTION_TIMEOUT_NANOS = 2_000_000_000L;

    private final Server server;
    private final String name;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private @Nullable Transaction transaction;
    private boolean inBlock;
    private long openedAt;
    private long waitsSince = NEVER;
    private long endedWhenBlocked;
    private boolean closing;
    private boolean closed;

    /** @param group of those behind which none is run once one has failed */
    private record Sent(
            String statement, Arguments arguments, Promise<RowSet<Row>> answer, long arrivesAt, Object group) {}

    Backend(Server server, String name) {
        this.server = server;
        this.name = name;
        server.scheduler().add(this);
    }

    Server server() {
        return server;
    }

    Future<RowSet<Row>> send(String text, Tuple parameters) {
        return send(text, parameters, new Object());
    }

    /** Behind one that fails, none is run. */
    List<Future<RowSet<Row>>> sendTogether(List<NumberedText> texts, List<Tuple> parameters) {
        Object group = new Object();
        List<Future<RowSet<Row>>> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            answers.add(send(texts.get(i).text(), parameters.get(i), group));
        }
        return answers;
    }

    private Future<RowSet<Row>> send(String text, Tuple parameters, Object group) {
        if (closed || closing) {
            return Future.failedFuture(ClosedConnectionException.INSTANCE);
        }
        Promise<RowSet<Row>> answer = Promise.promise();
        long now = server.scheduler().nanos();
        long behind = sent.isEmpty() ? 0 : sent.getLast().arrivesAt();
        long arrives = Math.max(behind, now + server.weather().delayNanos());
        String statement = nameOf(text);
        sent.add(new Sent(statement, new Arguments(parameters), answer, arrives, group));
        if (server.weather().trustsCommits() && Control.of(statement) == Control.COMMIT) {
            return Future.succeededFuture(new Answer(Result.changed(0)));
        }
        return answer.future();
    }

    /** A service would take a stranger for a failure and try again, so it ends the run. */
    private String nameOf(String text) {
        try {
            return server.statements().nameOf(text);
        } catch (Violation unknown) {
            server.scheduler().fail(unknown);
            throw unknown;
        }
    }

    /** What was sent is done, and what is open then rolls back. */
    void close() {
        closing = true;
    }

    /** Nobody hears of what is still to be done, and some of it is not done. */
    void breakOff() {
        closing = true;
        int done = sent.isEmpty() ? 0 : server.scheduler().chance().below(sent.size() + 1);
        while (sent.size() > done) {
            sent.removeLast();
        }
    }

    @Override
    public String name() {
        return sent.isEmpty() ? name : name + " " + sent.getFirst().statement();
    }

    @Override
    public boolean isReady(long now) {
        if (isLate(now) || (closing && sent.isEmpty())) {
            return true;
        }
        if (sent.isEmpty() || sent.getFirst().arrivesAt() > now) {
            return false;
        }
        return waitsSince == NEVER || server.ended() != endedWhenBlocked || isLockTimeout(now);
    }

    @Override
    public long dueNanos() {
        long due = transaction == null ? NEVER : openedAt + TRANSACTION_TIMEOUT_NANOS;
        if (waitsSince != NEVER && transaction != null && transaction.lockTimeoutNanos() != NEVER) {
            due = Math.min(due, waitsSince + transaction.lockTimeoutNanos());
        } else if (waitsSince == NEVER && !sent.isEmpty()) {
            due = Math.min(due, sent.getFirst().arrivesAt());
        }
        return due;
    }

    @Override
    public boolean isOver() {
        return closed;
    }

    @Override
    public void take() {
        long now = server.scheduler().nanos();
        if (isLate(now) || sent.isEmpty()) {
            end();
            return;
        }
        Sent next = sent.getFirst();
        if (waitsSince == NEVER && server.weather().breaksBefore(next.statement())) {
            end();
            return;
        }
        run(next, now);
    }

    private void run(Sent next, long now) {
        try {
            Result result = execute(next, now);
            waitsSince = NEVER;
            sent.removeFirst();
            if (server.weather().breaksAfter(next.statement())) {
                next.answer().fail(ClosedConnectionException.INSTANCE);
                end();
            } else {
                next.answer().complete(new Answer(result));
            }
        } catch (Blocked waits) {
            waitsSince = waitsSince == NEVER ? now : waitsSince;
            endedWhenBlocked = server.ended();
        } catch (PgException refused) {
            waitsSince = NEVER;
            List<Sent> skipped =
                    sent.stream().filter(other -> other.group() == next.group()).toList();
            sent.removeAll(skipped);
            skipped.forEach(one -> one.answer().fail(refused));
        }
    }

    private Result execute(Sent next, long now) {
        return switch (Control.of(next.statement())) {
            case BEGIN -> {
                open(now, true);
                yield Result.changed(0);
            }
            case COMMIT -> {
                commit();
                yield Result.changed(0);
            }
            case ROLLBACK -> {
                rollBack();
                yield Result.changed(0);
            }
            case SET_SAVEPOINT -> {
                if (transaction != null) {
                    transaction.setSavepoint();
                }
                yield Result.changed(0);
            }
            case RETURN_TO_SAVEPOINT -> {
                if (transaction != null) {
                    transaction.returnToSavepoint();
                }
                yield Result.changed(0);
            }
            case NONE -> statement(next, now);
        };
    }

    private Result statement(Sent next, long now) {
        Transaction current = transaction == null ? open(now, false) : transaction;
        if (current.hasFailed()) {
            throw Refusal.transactionFailed();
        }
        current.mark();
        try {
            if (isLockTimeout(now)) {
                throw Refusal.lockTimeout();
            }
            Result result = server.statements().body(next.statement()).run(current, next.arguments());
            if (!inBlock) {
                commit();
            }
            return result;
        } catch (Blocked waits) {
            current.undo();
            throw waits;
        } catch (PgException refused) {
            current.undo();
            failOrRollBack(current);
            throw refused;
        }
    }

    private void failOrRollBack(Transaction current) {
        if (inBlock) {
            current.fail();
        } else {
            rollBack();
        }
    }

    private Transaction open(long now, boolean asBlock) {
        Transaction opened = server.begin();
        transaction = opened;
        inBlock = asBlock;
        openedAt = now;
        return opened;
    }

    private void commit() {
        Transaction current = transaction;
        if (current != null && current.hasFailed()) {
            rollBack();
        } else if (current != null) {
            transaction = null;
            inBlock = false;
            server.commit(current);
        }
    }

    private void rollBack() {
        Transaction current = transaction;
        transaction = null;
        inBlock = false;
        if (current != null) {
            server.rollBack(current);
        }
    }

    private boolean isLate(long now) {
        return transaction != null && now >= openedAt + TRANSACTION_TIMEOUT_NANOS;
    }

    private boolean isLockTimeout(long now) {
        Transaction current = transaction;
        return waitsSince != NEVER
                && current != null
                && current.lockTimeoutNanos() != NEVER
                && now >= waitsSince + current.lockTimeoutNanos();
    }

    private void end() {
        rollBack();
        closed = true;
        sent.forEach(lost -> lost.answer().tryFail(ClosedConnectionException.INSTANCE));
        sent.clear();
    }

    /** Statements that are no function over tables. */
    private enum Control {
        BEGIN,
        COMMIT,
        ROLLBACK,
        SET_SAVEPOINT,
        RETURN_TO_SAVEPOINT,
        NONE;

        static Control of(String statement) {
            return switch (statement.substring(statement.lastIndexOf('/') + 1)) {
                case "begin" -> BEGIN;
                case "commit" -> COMMIT;
                case "rollback" -> ROLLBACK;
                case "set_savepoint" -> SET_SAVEPOINT;
                case "return_to_savepoint" -> RETURN_TO_SAVEPOINT;
                default -> NONE;
            };
        }
    }
}
