package dev.vesper.simulation.database;

import dev.vesper.simulation.platform.Adapter;
import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Host;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** The database driver of a process: connections and a pool that lead to the simulated server. */
public final class Driver {
    private final Host host;
    private final Server server;
    private int connections;

    private Driver(Host host, Server server) {
        this.host = host;
        this.server = server;
    }

    /** Tells a process where its database is. */
    public static void install(Host host, Server server) {
        host.install(Driver.class, new Driver(host, server));
    }

    @InsteadOf(PgConnection.class)
    public static Uni<PgConnection> connect(Vertx vertx, PgConnectOptions options) {
        return Uni.createFrom().item(() -> new PgConnection(current().connection()));
    }

    /** A pool of the process that asks. */
    public static Pool pool() {
        Driver driver = current();
        return Adapter.of(Pool.class, driver.new Shared());
    }

    static Driver current() {
        return Actor.current().host().part(Driver.class);
    }

    private io.vertx.pgclient.PgConnection connection() {
        return Adapter.of(io.vertx.pgclient.PgConnection.class, new Owned(backend()));
    }

    Backend backend() {
        connections++;
        Backend backend = new Backend(server, host.name() + "#" + connections);
        host.whenKilled(backend::breakOff);
        return backend;
    }

    /** What the adapters below answer to. */
    public final class Shared {
        private Shared() {}

        public PreparedQuery<RowSet<Row>> preparedQuery(String text) {
            Backend backend = backend();
            return query(backend, text, true);
        }

        public Future<SqlConnection> getConnection() {
            return Future.succeededFuture(connection());
        }
    }

    /** A connection of one's own. */
    public static final class Owned {
        private final Backend backend;

        private Owned(Backend backend) {
            this.backend = backend;
        }

        public Query<RowSet<Row>> query(String text) {
            return Driver.query(backend, text, false);
        }

        public PreparedQuery<RowSet<Row>> preparedQuery(String text) {
            return Driver.query(backend, text, false);
        }

        public Future<io.vertx.sqlclient.Transaction> begin() {
            OpenTransaction transaction = new OpenTransaction(backend);
            return backend.send("BEGIN", Tuple.tuple())
                    .map(_ -> Adapter.of(io.vertx.sqlclient.Transaction.class, transaction));
        }

        public Future<Void> close() {
            backend.close();
            return Future.succeededFuture();
        }

        public void close(Handler<AsyncResult<Void>> done) {
            backend.close();
            done.handle(Future.succeededFuture());
        }
    }

    /** As the driver's own. */
    public static final class OpenTransaction {
        private final Backend backend;

        private OpenTransaction(Backend backend) {
            this.backend = backend;
        }

        public Future<Void> commit() {
            return backend.send("COMMIT", Tuple.tuple()).mapEmpty();
        }

        public Future<Void> rollback() {
            return backend.send("ROLLBACK", Tuple.tuple()).mapEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static PreparedQuery<RowSet<Row>> query(Backend backend, String text, boolean once) {
        return Adapter.of(PreparedQuery.class, new Sending(backend, text, once));
    }

    /** A statement that is ready to be sent. */
    public record Sending(Backend backend, String text, boolean once) {
        public Future<RowSet<Row>> execute() {
            return execute(Tuple.tuple());
        }

        public Future<RowSet<Row>> execute(Tuple parameters) {
            Future<RowSet<Row>> answer = backend.send(text, parameters);
            if (once) {
                backend.close();
            }
            return answer;
        }

        public Future<RowSet<Row>> executeBatch(List<Tuple> batch) {
            return batch.stream().map(this::execute).toList().stream()
                    .reduce((first, second) -> first.compose(_ -> second))
                    .orElseThrow();
        }

        public void execute(Handler<AsyncResult<RowSet<Row>>> handler) {
            execute().onComplete(handler);
        }

        public void execute(Tuple parameters, Handler<AsyncResult<RowSet<Row>>> handler) {
            execute(parameters).onComplete(handler);
        }
    }
}
