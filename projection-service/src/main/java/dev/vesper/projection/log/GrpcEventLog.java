package dev.vesper.projection.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.engine.AggregateKey;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.Cursor;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The log over gRPC. */
@Singleton
public final class GrpcEventLog implements EventLogReader {
    private final EventstoreChannel eventstore;
    /** Each projection has a thread, and takes nothing of a read that another has begun: it may have ended too early for it. */
    private final ThreadLocal<Map<Set<String>, ReadAhead>> reads = ThreadLocal.withInitial(HashMap::new);

    @Inject
    GrpcEventLog(EventstoreChannel eventstore) {
        this.eventstore = eventstore;
    }

    @Override
    public List<RecordedEvent> read(dev.vesper.events.Cursor after, Set<String> aggregateTypes, int limit) {
        ReadAhead reading = reads.get()
                .computeIfAbsent(
                        aggregateTypes, types -> new ReadAhead((from, most) -> open(from, types, most, limit)));
        return reading.page(after, limit).stream().map(GrpcEventLog::recorded).toList();
    }

    private OpenRead open(dev.vesper.events.Cursor after, Set<String> aggregateTypes, int most, int room) {
        ReadRequest request = ReadRequest.newBuilder()
                .addAllAggregateTypes(aggregateTypes)
                .setAfter(Cursor.newBuilder().setPosition(after.position()).setInTxOrder(after.inTxOrder()))
                .setLimit(most)
                .build();
        OpenRead read = new OpenRead(room, eventstore.timeout());
        eventstore.openEventLog().read(request, read);
        return read;
    }

    @Override
    public Optional<RecordedEvent> readLast() {
        ReadRequest request =
                ReadRequest.newBuilder().setDescending(true).setLimit(1).build();
        return collect(() -> eventstore.eventLog().read(request)).stream().findFirst();
    }

    @Override
    public List<RecordedEvent> readAggregate(AggregateKey aggregate, long fromSequence) {
        ReadAggregateRequest request = ReadAggregateRequest.newBuilder()
                .setAggregate(AggregateRef.newBuilder()
                        .setInstanceId(aggregate.instanceId())
                        .setType(aggregate.type())
                        .setId(aggregate.id()))
                .setFromSequence(fromSequence)
                .build();
        return collect(() -> eventstore.eventLog().readAggregate(request));
    }

    private static List<RecordedEvent> collect(Supplier<Iterator<StoredEvent>> call) {
        try {
            List<RecordedEvent> events = new ArrayList<>();
            call.get().forEachRemaining(event -> events.add(recorded(event)));
            return events;
        } catch (StatusRuntimeException e) {
            throw new LogUnavailable("eventstore-service answers " + e.getStatus(), e);
        }
    }

    private static RecordedEvent recorded(StoredEvent event) {
        return new RecordedEvent(
                event.getAggregate().getInstanceId(),
                event.getAggregate().getType(),
                event.getAggregate().getId(),
                event.getType(),
                event.getSequence(),
                event.getRevision(),
                Instant.ofEpochSecond(
                        event.getCreatedAt().getSeconds(), event.getCreatedAt().getNanos()),
                event.getPayload(),
                event.getCreator(),
                event.getOwner(),
                event.getPosition(),
                event.getInTxOrder(),
                event.getPartition());
    }
}
