package dev.vesper.eventstore.gateway;

import com.google.protobuf.Timestamp;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.proto.admin.v1.SearchEventsRequest;
import java.time.DateTimeException;
import java.time.Instant;

/** What an admin asks about events, as the log asks it. */
final class EventQueries {
    private EventQueries() {}

    static LogQuery search(String instanceId, SearchEventsRequest request, int limit) {
        var query = LogQuery.builder()
                .instance(instanceId)
                .aggregateTypes(request.getAggregateTypesList())
                .aggregateIds(request.getAggregateIdsList())
                .eventTypes(request.getEventTypesList())
                .creator(request.getCreator())
                .owner(request.getResourceOwner())
                .limit(limit);
        if (request.hasCreatedFrom()) {
            query.createdFrom(instant("createdFrom", request.getCreatedFrom()));
        }
        if (request.hasCreatedBefore()) {
            query.createdBefore(instant("createdBefore", request.getCreatedBefore()));
        }
        range(query, request);
        return query.build();
    }

    private static void range(LogQuery.Builder query, SearchEventsRequest request) {
        var oldest = new Cursor(position("positionFrom", request.getPositionFrom()) - 1, Integer.MAX_VALUE);
        var before = position("positionBefore", request.getPositionBefore());
        var newest = before == 0 ? null : new Cursor(before, 0);
        var page = request.getPageToken().isEmpty()
                ? null
                : EventMessages.cursor(request.getPageToken())
                        .orElseThrow(() -> new InvalidRequest("pageToken", "is not one that an earlier page gave"));
        if (request.getOldestFirst()) {
            query.after(page == null ? oldest : page);
            if (newest != null) {
                query.until(newest);
            }
            return;
        }
        query.newestFirst();
        if (page != null) {
            query.after(page);
        } else if (newest != null) {
            query.after(newest);
        }
        if (request.getPositionFrom() > 0) {
            query.until(oldest);
        }
    }

    private static long position(String field, long position) {
        if (position < 0) {
            throw new InvalidRequest(field, "must not be negative");
        }
        return position;
    }

    private static Instant instant(String field, Timestamp time) {
        try {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRequest(field, "is no time");
        }
    }
}
