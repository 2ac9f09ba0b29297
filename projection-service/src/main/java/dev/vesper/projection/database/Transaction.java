package dev.vesper.projection.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction whose statements are sent without waiting for each other's answers, so that it costs one round trip. A
 * statement that fails makes all later ones fail, and the commit a rollback; {@link #commit} then tells of the first.
 */
public final class Transaction {
    private static final Sql BEGIN = Sql.of(Transaction.class, "begin");
    private static final Sql COMMIT = Sql.of(Transaction.class, "commit");
    private static final Sql SET_SAVEPOINT = Sql.of(Transaction.class, "set_savepoint");
    private static final Sql RETURN_TO_SAVEPOINT = Sql.of(Transaction.class, "return_to_savepoint");

    private final Database database;
    private final SqlConnection connection;
    private final List<Future<RowSet<Row>>> answers = new ArrayList<>();

    public Transaction(Database database, SqlConnection connection) {
        this.database = database;
        this.connection = connection;
        plain(BEGIN);
    }

    /** Sends a statement and does not wait for it. */
    public void send(Change change) {
        if (!change.isNone()) {
            answers.add(connection.preparedQuery(change.sql()).execute(change.parameters()));
        }
    }

    /** Sends each group as one, and does not wait for it. */
    public void send(Changes changes) {
        for (Changes.Group group : changes.groups()) {
            var query = connection.preparedQuery(group.sql());
            List<Tuple> parameters = group.parameters();
            answers.add(parameters.size() == 1 ? query.execute(parameters.getFirst()) : query.executeBatch(parameters));
        }
    }

    /** Sends several statements without parameters. */
    public void sendScript(Sql script) {
        plain(script);
    }

    /** Sends a statement and waits for its rows. */
    public RowSet<Row> ask(Change question) {
        settle();
        return database.await(connection.preparedQuery(question.sql()).execute(question.parameters()));
    }

    /** Waits until all that was sent has succeeded, or throws what {@link Database#await} throws. */
    public void settle() {
        for (Future<RowSet<Row>> answer : answers) {
            database.await(answer);
        }
        answers.clear();
    }

    /** Runs {@code changes} apart: if one fails, none has ever been, and the transaction can go on. */
    public void attempt(Runnable changes) {
        settle();
        plain(SET_SAVEPOINT);
        try {
            changes.run();
            settle();
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            answers.clear();
            plain(RETURN_TO_SAVEPOINT);
            settle();
            throw e;
        }
    }

    public void commit() {
        plain(COMMIT);
        settle();
    }

    private void plain(Sql statement) {
        answers.add(connection.query(statement.text()).execute());
    }
}
