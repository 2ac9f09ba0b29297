package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Timestamp;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.proto.internal.v1.ReadRequest;
import io.grpc.Status;
import java.time.Instant;

/** A filter as the wire has it. */
final class QueryReading {
    private QueryReading() {}

    static LogQuery read(ReadRequest request) {
        if (request.getLimit() < 0) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("limit must not be negative")
                    .asRuntimeException();
        }
        LogQuery.Builder query = LogQuery.builder()
                .instance(request.getInstanceId())
                .aggregateTypes(request.getAggregateTypesList())
                .aggregateIds(request.getAggregateIdsList())
                .eventTypes(request.getEventTypesList())
                .creator(request.getCreator())
                .owner(request.getOwner())
                .limit(request.getLimit());
        if (request.hasAfter()) {
            query.after(new Cursor(
                    request.getAfter().getPosition(), request.getAfter().getInTxOrder()));
        }
        if (request.hasCreatedFrom()) {
            query.createdFrom(instant(request.getCreatedFrom()));
        }
        if (request.hasCreatedBefore()) {
            query.createdBefore(instant(request.getCreatedBefore()));
        }
        return request.getDescending() ? query.newestFirst().build() : query.build();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
