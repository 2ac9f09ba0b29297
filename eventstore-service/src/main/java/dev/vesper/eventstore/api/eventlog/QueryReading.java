package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.InvalidQuery;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.ReadRequest;
import java.time.Instant;

/** A filter as the wire has it. */
final class QueryReading {
    private QueryReading() {}

    static AggregateId aggregate(AggregateRef ref) {
        return new AggregateId(ref.getInstanceId(), ref.getType(), ref.getId());
    }

    /** @throws InvalidQuery that names the field */
    static LogQuery read(ReadRequest request) {
        LogQuery.Builder query = LogQuery.builder()
                .instance(request.getInstanceId())
                .aggregateTypes(request.getAggregateTypesList())
                .aggregateIds(request.getAggregateIdsList())
                .eventTypes(request.getEventTypesList())
                .creator(request.getCreator())
                .owner(request.getOwner())
                .payloadContains(request.getPayloadContains())
                .limit(request.getLimit());
        if (request.hasAfter()) {
            query.after(cursor(request.getAfter()));
        }
        if (request.hasUntil()) {
            query.until(cursor(request.getUntil()));
        }
        if (request.hasCreatedFrom()) {
            query.createdFrom(instant("created_from", request.getCreatedFrom()));
        }
        if (request.hasCreatedBefore()) {
            query.createdBefore(instant("created_before", request.getCreatedBefore()));
        }
        return request.getDescending() ? query.newestFirst().build() : query.build();
    }

    private static Cursor cursor(dev.vesper.proto.internal.v1.Cursor cursor) {
        return new Cursor(cursor.getPosition(), cursor.getInTxOrder());
    }

    private static Instant instant(String field, Timestamp time) {
        if (!Timestamps.isValid(time)) {
            throw new InvalidQuery(field, "must lie in the years 1 to 9999");
        }
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
