package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.gateway.watch.Watches;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.proto.admin.v1.Event;
import dev.vesper.proto.admin.v1.EventServiceGrpc;
import dev.vesper.proto.admin.v1.SearchEventsRequest;
import dev.vesper.proto.admin.v1.SearchEventsResponse;
import dev.vesper.proto.admin.v1.WatchEventsRequest;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

/** Reads the log for admins: no view is between, so what was answered is there. */
@GrpcService
final class EventAdmin extends EventServiceGrpc.EventServiceImplBase {
    /** In one look for somebody who watches. */
    private static final int AT_ONCE = 1_000;

    private final EventLog log;
    private final Watches watches;

    EventAdmin(EventLog log, Watches watches) {
        this.log = log;
        this.watches = watches;
    }

    @Override
    public void searchEvents(SearchEventsRequest request, StreamObserver<SearchEventsResponse> caller) {
        int size = Answers.pageSize(request.getPageSize());
        var found = log.read(EventQueries.search(CurrentAdmin.get().instanceId(), request, size + 1))
                .toList();
        var page = SearchEventsResponse.newBuilder();
        found.stream().limit(size).map(EventMessages::of).forEach(page::addEvents);
        if (found.size() > size) {
            page.setNextPageToken(EventMessages.text(found.get(size - 1).cursor()));
        }
        answer(caller, page.build());
    }

    @Override
    public void watchEvents(WatchEventsRequest request, StreamObserver<Event> caller) {
        var instanceId = CurrentAdmin.get().instanceId();
        var reading = new Reading(start(request));
        watches.serve(caller, news -> {
            for (var event : after(instanceId, request, reading.seen)) {
                news.accept(EventMessages.of(event));
                reading.seen = event.cursor();
            }
            return true;
        });
    }

    private List<RecordedEvent> after(String instanceId, WatchEventsRequest request, Cursor seen) {
        return log.read(LogQuery.builder()
                        .instance(instanceId)
                        .aggregateTypes(request.getAggregateTypesList())
                        .aggregateIds(request.getAggregateIdsList())
                        .eventTypes(request.getEventTypesList())
                        .after(seen)
                        .limit(AT_ONCE)
                        .build())
                .toList();
    }

    /** From now on: behind the newest that can be read. */
    private Cursor start(WatchEventsRequest request) {
        if (!request.getAfter().isEmpty()) {
            return EventMessages.cursor(request.getAfter())
                    .orElseThrow(() -> new InvalidRequest("after", "is not the cursor of an event"));
        }
        return log.read(LogQuery.builder().newestFirst().limit(1).build())
                .map(RecordedEvent::cursor)
                .findFirst()
                .orElse(Cursor.START);
    }

    /** How far somebody who watches has come. */
    private static final class Reading {
        private Cursor seen;

        Reading(Cursor start) {
            seen = start;
        }
    }
}
