package dev.vesper.projection.operation;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import dev.vesper.proto.internal.v1.Failure;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.ListFailuresResponse;
import dev.vesper.proto.internal.v1.ListSkippedEventsRequest;
import dev.vesper.proto.internal.v1.ListSkippedEventsResponse;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.RetryFailureResponse;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureResponse;
import dev.vesper.proto.internal.v1.SkippedEvent;
import io.grpc.StatusRuntimeException;
import io.vertx.sqlclient.Row;
import org.jboss.logging.Logger;

/** What projections could not apply. An order is written down here, and obeyed by the pod that reads the partition. */
public final class ProjectionFailures {
    private static final Logger LOG = Logger.getLogger(ProjectionFailures.class);
    private static final Sql LIST = Sql.of(ProjectionFailures.class, "list_failures");
    private static final Sql ORDER_RETRY = Sql.of(ProjectionFailures.class, "order_retry");
    private static final Sql ORDER_SKIP = Sql.of(ProjectionFailures.class, "order_skip");
    private static final Sql LIST_SKIPPED = Sql.of(ProjectionFailures.class, "list_skipped_events");

    private final Named projections;
    private final Database database;

    public ProjectionFailures(Named projections, Database database) {
        this.projections = projections;
        this.database = database;
    }

    public ListFailuresResponse list(ListFailuresRequest request) {
        Projection projection = projections.find(request.getProjection());
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        Iterable<Row> rows = database.run(
                LIST,
                projection.name(),
                projection.version(),
                page.date(),
                page.id(),
                page.limit(),
                request.getInstanceId());
        ListFailuresResponse.Builder answer = ListFailuresResponse.newBuilder();
        return answer.addAllFailures(
                        Rows.page(rows, page, "failure_id", row -> failure(projection, row), answer::setNextPageToken))
                .build();
    }

    public RetryFailureResponse retry(RetryFailureRequest request) {
        Projection projection = projections.find(request.getProjection());
        if (database.run(ORDER_RETRY, projection.name(), projection.version(), request.getFailureId())
                        .rowCount()
                == 0) {
            throw notFound();
        }
        LOG.infof(
                "Failure %s of projection %s is tried again, as %s ordered.",
                request.getFailureId(), projection.name(), request.getBy());
        return RetryFailureResponse.getDefaultInstance();
    }

    public SkipFailureResponse skip(SkipFailureRequest request) {
        Projection projection = projections.find(request.getProjection());
        if (request.getReason().isBlank()) {
            throw Refusals.badField("reason", "is missing");
        }
        if (database.run(
                                ORDER_SKIP,
                                projection.name(),
                                projection.version(),
                                request.getFailureId(),
                                request.getBy(),
                                request.getReason())
                        .rowCount()
                == 0) {
            throw notFound();
        }
        return SkipFailureResponse.getDefaultInstance();
    }

    public ListSkippedEventsResponse skipped(ListSkippedEventsRequest request) {
        Projection projection = projections.find(request.getProjection());
        ListSkippedEventsResponse.Builder answer = ListSkippedEventsResponse.newBuilder();
        database.run(LIST_SKIPPED, projection.name(), projection.version())
                .forEach(row -> answer.addEvents(skipped(projection, row)));
        return answer.build();
    }

    private static Failure failure(Projection projection, Row row) {
        return Failure.newBuilder()
                .setFailureId(row.getString("failure_id"))
                .setProjection(projection.name())
                .setInstanceId(row.getString("instance_id"))
                .setAggregateType(row.getString("aggregate_type"))
                .setAggregateId(row.getString("aggregate_id"))
                .setEventType(row.getString("failed_type"))
                .setSequence(row.getLong("failed_sequence"))
                .setPosition(row.getLong("failed_position"))
                .setInTxOrder(row.getInteger("failed_in_tx_order"))
                .setError(row.getString("error"))
                .setAttempts(row.getInteger("attempts"))
                .setFailedSince(Rows.time(row.getOffsetDateTime("creation_date")))
                .setLastFailedAt(Rows.time(row.getOffsetDateTime("last_failed_at")))
                .setNextAttemptAt(Rows.time(row.getOffsetDateTime("next_attempt_at")))
                .build();
    }

    private static SkippedEvent skipped(Projection projection, Row row) {
        return SkippedEvent.newBuilder()
                .setProjection(projection.name())
                .setInstanceId(row.getString("instance_id"))
                .setAggregateType(row.getString("aggregate_type"))
                .setAggregateId(row.getString("aggregate_id"))
                .setSequence(row.getLong("sequence"))
                .setBy(row.getString("skipped_by"))
                .setReason(row.getString("reason"))
                .setSkippedAt(Rows.time(row.getOffsetDateTime("skipped_at")))
                .build();
    }

    private static StatusRuntimeException notFound() {
        return Refusals.notFound("FAILURE_NOT_FOUND", "no such failure; the event may have been applied meanwhile");
    }
}
