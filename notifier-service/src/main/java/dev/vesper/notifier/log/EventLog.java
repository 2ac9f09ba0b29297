package dev.vesper.notifier.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.Surroundings;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Push and read, repeated while the outcome is unknown: the push id makes a repeat answer what the first one did. */
public final class EventLog {
    private static final Metadata.Key<String> TRACEPARENT =
            Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Set<Status.Code> UNKNOWN_OUTCOME = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.ABORTED,
            Status.Code.CANCELLED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN);

    private final InternalClients clients;
    private final Surroundings surroundings;

    public EventLog(InternalClients clients, Surroundings surroundings) {
        this.clients = clients;
        this.surroundings = surroundings;
    }

    /**
     * Repeats the same push until it is answered.
     *
     * @param until when the caller has no more use for the answer
     * @throws LogUnavailable no answer until then
     * @throws StatusRuntimeException a mistake of ours, which no repetition mends
     */
    public PushResponse push(PushRequest request, @Nullable String traceparent, Instant until) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return stub(traceparent).push(request);
            } catch (StatusRuntimeException failed) {
                if (!UNKNOWN_OUTCOME.contains(failed.getStatus().getCode())) {
                    throw failed;
                }
                if (!surroundings.now().plus(pause).isBefore(until)) {
                    throw new LogUnavailable(failed);
                }
            }
            surroundings.pause().of(pause);
            pause = longer(pause);
        }
    }

    /** @throws LogUnavailable no answer */
    public List<RecordedEvent> readAggregate(String instanceId, String type, String id) {
        AggregateRef aggregate = AggregateRef.newBuilder()
                .setInstanceId(instanceId)
                .setType(type)
                .setId(id)
                .build();
        List<RecordedEvent> events = new ArrayList<>();
        try {
            clients.eventLog()
                    .readAggregate(ReadAggregateRequest.newBuilder()
                            .setAggregate(aggregate)
                            .build())
                    .forEachRemaining(event -> events.add(recorded(event)));
        } catch (StatusRuntimeException failed) {
            throw new LogUnavailable(failed);
        }
        return events;
    }

    /**
     * The oldest instance; empty before there is one.
     *
     * @throws LogUnavailable no answer
     */
    public Optional<String> findFirstInstance() {
        ReadRequest request = ReadRequest.newBuilder()
                .addAggregateTypes("instance")
                .addEventTypes("instance.added")
                .setLimit(1)
                .build();
        try {
            Iterator<StoredEvent> found = clients.eventLog().read(request);
            return found.hasNext() ? Optional.of(found.next().getAggregate().getInstanceId()) : Optional.empty();
        } catch (StatusRuntimeException failed) {
            throw new LogUnavailable(failed);
        }
    }

    /** @throws LogUnavailable while the log waits for its repair, because it then gives no order of events; or no answer */
    public void requireWhole() {
        var _ = findFirstInstance();
    }

    private EventLogBlockingStub stub(@Nullable String traceparent) {
        if (traceparent == null) {
            return clients.eventLog();
        }
        Metadata headers = new Metadata();
        headers.put(TRACEPARENT, traceparent);
        return clients.eventLog().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
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
