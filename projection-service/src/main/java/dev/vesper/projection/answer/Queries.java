package dev.vesper.projection.answer;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.DatabaseUnavailable;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Consistency;
import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.projection.engine.ViewBehind;
import dev.vesper.proto.internal.v1.QueryContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What all queries have in common: the wait for their views, the round trip, and the answer or its refusal. */
public final class Queries {
    private static final Logger LOG = Logger.getLogger(Queries.class);

    private final Database database;
    private final Consistency consistency;

    public Queries(Database database, Consistency consistency) {
        this.database = database;
        this.consistency = consistency;
    }

    /**
     * Waits until the views are past the caller's token.
     *
     * @return the instance that is asked about
     */
    public String instance(QueryContext context, String... views) {
        if (context.getInstanceId().isEmpty()) {
            throw Refusals.badField("context.instanceId", "is missing");
        }
        await(context.getConsistencyToken(), views);
        return context.getInstanceId();
    }

    /** Waits until the views are past the token, which may be empty. */
    public void await(String consistencyToken, String... views) {
        try {
            consistency.await(ConsistencyToken.decode(consistencyToken), views);
        } catch (IllegalArgumentException e) {
            throw Refusals.badField("consistencyToken", "is not one that a write answered");
        } catch (ViewBehind e) {
            throw Refusals.behind(e.description());
        }
    }

    /** Where the views stand at least; ask before the query whose answer this is about. */
    public ConsistencyToken reached(String... views) {
        return consistency.reached(views);
    }

    public Iterable<Row> list(Sql sql, @Nullable Object... parameters) {
        return database.run(sql, parameters);
    }

    public Optional<Row> find(Sql sql, @Nullable Object... parameters) {
        var rows = database.run(sql, parameters).iterator();
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /** Runs the query and completes the call, whatever happens. */
    public static <T> void answer(StreamObserver<T> observer, Supplier<T> query) {
        T answer;
        try {
            answer = query.get();
        } catch (RuntimeException e) {
            observer.onError(refusal(e));
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }

    /** Runs what answers again and again, and completes the call, whatever happens. */
    public static <T> void stream(StreamObserver<T> observer, Consumer<Consumer<T>> query) {
        try {
            query.accept(observer::onNext);
        } catch (RuntimeException e) {
            observer.onError(refusal(e));
            return;
        }
        observer.onCompleted();
    }

    private static StatusRuntimeException refusal(RuntimeException failure) {
        switch (failure) {
            case StatusRuntimeException refused
            when refused.getStatus().getCode() != Status.Code.UNKNOWN -> {
                return refused;
            }
            case LogUnavailable _ -> {
                LOG.warnf("A call was refused because the log cannot be read: %s", failure.getMessage());
                return Refusals.unavailable();
            }
            case DatabaseUnavailable _ -> {
                LOG.warnf("A query was refused because the database cannot be used: %s", failure.getMessage());
                return Refusals.unavailable();
            }
            case PgException _ -> {
                LOG.warnf("A query was refused because the database answered: %s", failure.getMessage());
                return Refusals.unavailable();
            }
            default -> {
                LOG.error("A query failed and was answered as INTERNAL", failure);
                return Refusals.internal();
            }
        }
    }
}
