package dev.vesper.simulation.database;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server with the services' own tables. */
final class RealStage extends Stage implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "V1__create_events2",
            "V2__create_heads",
            "V3__create_unique_constraints",
            "V4__create_ended",
            "V6__create_pushes",
            "V7__create_position_base",
            "V21__change_position_base",
            "V8__create_leases",
            "V9__create_relay_cursors",
            "V29__create_relay_layouts",
            "V23__create_archived_events",
            "V24__add_owners_of_unique_values",
            "V1__checkpoints",
            "V2__advance_checkpoint",
            "V3__parked_aggregates",
            "V4__failed_events2",
            "V5__current_states",
            "V7__checkpoint_generations",
            "V8__failure_orders",
            "V1__keep_what_must_be_told");

    private final Vertx vertx = Vertx.vertx();
    private final PgConnectOptions database = options(Backing.database());
    private final Map<String, PgConnection> connections = new HashMap<>();

    RealStage() {
        PgConnection setup = open("setup");
        await(setup.query("CREATE SCHEMA eventstore; CREATE SCHEMA projections; CREATE SCHEMA notifier")
                .execute());
        TABLES.forEach(table ->
                await(setup.query(Statements.text("db/migration/" + table)).execute()));
        await(setup.query(Statements.text("dev/vesper/projection/read/sessions/create"))
                .execute());
        await(setup.query(Statements.text("sql/log/register_base")).execute());
    }

    @Override
    RowSet<Row> send(String connection, String statement, Tuple parameters) {
        PgConnection to = connections.computeIfAbsent(connection, this::open);
        String text = Statements.text(statement);
        return await(
                parameters.size() == 0
                        ? to.query(text).execute()
                        : to.preparedQuery(text).execute(parameters));
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static PgConnectOptions options(Database database) {
        return PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password());
    }

    private PgConnection open(String name) {
        return await(PgConnection.connect(vertx, database));
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
