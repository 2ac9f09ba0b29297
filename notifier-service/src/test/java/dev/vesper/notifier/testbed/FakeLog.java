package dev.vesper.notifier.testbed;

import com.google.protobuf.Timestamp;
import dev.vesper.events.Event;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.log.Events;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.Pushed;
import dev.vesper.proto.internal.v1.PushedEvent;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.Refused;
import dev.vesper.proto.internal.v1.StoredEvent;
import dev.vesper.proto.internal.v1.WrongSequence;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A log in memory with the refusals of the real one. */
public final class FakeLog extends EventLogGrpc.EventLogImplBase {
    private final Map<AggregateRef, List<RecordedEvent>> aggregates = new HashMap<>();
    private final Map<String, PushResponse> answered = new HashMap<>();
    private final List<RecordedEvent> all = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile Consumer<RecordedEvent> relay = _ -> {};
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean unrepaired;
    private long position = 1_000;

    /** Each event that is written is passed on, as the relay does. */
    public void relayTo(Consumer<RecordedEvent> topic) {
        relay = topic;
    }

    /** The next pushes are not written. */
    public void failNext(int pushes) {
        failures.set(pushes);
    }

    /** The next pushes are written, but their answers get lost. */
    public void loseNextAnswers(int pushes) {
        lostAnswers.set(pushes);
    }

    public synchronized List<RecordedEvent> all(String type) {
        return all.stream().filter(event -> event.type().equals(type)).toList();
    }

    /** As if these commits had been lost; what was answered for them is forgotten, too. */
    public synchronized List<RecordedEvent> lose(Predicate<RecordedEvent> which) {
        List<RecordedEvent> lost = all.stream().filter(which).toList();
        all.removeAll(lost);
        aggregates.values().forEach(events -> events.removeAll(lost));
        answered.clear();
        return lost;
    }

    /** To where they stood. */
    public synchronized void bringBack(List<RecordedEvent> lost) {
        all.addAll(lost);
        lost.forEach(event -> aggregates
                .computeIfAbsent(
                        AggregateRef.newBuilder()
                                .setInstanceId(event.instanceId())
                                .setType(event.aggregateType())
                                .setId(event.aggregateId())
                                .build(),
                        _ -> new ArrayList<>())
                .add(event));
    }

    /** Until it is repaired it takes no pushes and shows no order. */
    public void waitForRepair(boolean waits) {
        unrepaired = waits;
    }

    public synchronized List<String> types(String aggregateId) {
        return all.stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .map(RecordedEvent::type)
                .toList();
    }

    /** What another service wrote. */
    public synchronized void write(String aggregateId, Event event) {
        append(List.of(
                Events.append(Topic.INSTANCE, aggregateId, "org-1", event).build()));
    }

    @Override
    public void push(PushRequest request, StreamObserver<PushResponse> observer) {
        if (unrepaired || failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            observer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        PushResponse answer = write(request);
        if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            observer.onError(
                    Status.UNAVAILABLE.withDescription("the answer was lost").asRuntimeException());
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }

    @Override
    public synchronized void readAggregate(ReadAggregateRequest request, StreamObserver<StoredEvent> observer) {
        aggregates.getOrDefault(request.getAggregate(), List.of()).forEach(event -> observer.onNext(stored(event)));
        observer.onCompleted();
    }

    /** By the type of the event alone. */
    @Override
    public synchronized void read(ReadRequest request, StreamObserver<StoredEvent> observer) {
        if (unrepaired) {
            unanswered.incrementAndGet();
            observer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        all.stream()
                .filter(event -> request.getEventTypesList().contains(event.type()))
                .limit(request.getLimit())
                .forEach(event -> observer.onNext(stored(event)));
        observer.onCompleted();
    }

    /** How many pushes expected what was not so. */
    public int refused() {
        return refused.get();
    }

    /** How often the order was asked for while there was none to show. */
    public int unanswered() {
        return unanswered.get();
    }

    private synchronized PushResponse write(PushRequest request) {
        PushResponse before = answered.get(request.getPushId());
        if (before != null) {
            return before;
        }
        PushResponse answer = decide(request);
        answered.put(request.getPushId(), answer);
        return answer;
    }

    private PushResponse decide(PushRequest request) {
        for (AggregateAppend append : request.getAppendsList()) {
            int found =
                    aggregates.getOrDefault(append.getAggregate(), List.of()).size();
            boolean wrong = switch (append.getExpectationCase()) {
                case NONE -> found > 0;
                case SEQUENCE -> found != append.getSequence();
                case ANY, EXPECTATION_NOT_SET -> false;
            };
            if (wrong) {
                refused.incrementAndGet();
                return PushResponse.newBuilder()
                        .setRefused(Refused.newBuilder()
                                .setWrongSequence(WrongSequence.newBuilder()
                                        .setAggregate(append.getAggregate())
                                        .setFound(found)))
                        .build();
            }
        }
        return append(request.getAppendsList());
    }

    private PushResponse append(List<AggregateAppend> appends) {
        position++;
        Instant now = Instant.now();
        Pushed.Builder pushed = Pushed.newBuilder().setPosition(position).setCreatedAt(timestamp(now));
        int inTxOrder = 0;
        for (AggregateAppend append : appends) {
            for (NewEvent event : append.getEventsList()) {
                List<RecordedEvent> aggregate =
                        aggregates.computeIfAbsent(append.getAggregate(), _ -> new ArrayList<>());
                RecordedEvent recorded = new RecordedEvent(
                        append.getAggregate().getInstanceId(),
                        append.getAggregate().getType(),
                        append.getAggregate().getId(),
                        event.getType(),
                        aggregate.size() + 1L,
                        event.getRevision(),
                        now,
                        event.getPayload(),
                        append.getCreator(),
                        append.getOwner(),
                        position,
                        inTxOrder++,
                        0);
                aggregate.add(recorded);
                all.add(recorded);
                relay.accept(recorded);
                pushed.addEvents(PushedEvent.newBuilder().setSequence(recorded.sequence()));
            }
        }
        return PushResponse.newBuilder().setPushed(pushed).build();
    }

    private static StoredEvent stored(RecordedEvent event) {
        return StoredEvent.newBuilder()
                .setAggregate(AggregateRef.newBuilder()
                        .setInstanceId(event.instanceId())
                        .setType(event.aggregateType())
                        .setId(event.aggregateId()))
                .setType(event.type())
                .setSequence(event.sequence())
                .setRevision(event.revision())
                .setCreatedAt(timestamp(event.createdAt()))
                .setPayload(event.payload())
                .setPosition(event.position())
                .setInTxOrder(event.inTxOrder())
                .build();
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    /** What the relay puts on a record beside the payload. */
    public static Map<String, byte[]> headers(RecordedEvent event) {
        return KafkaRecords.headers(event);
    }
}
