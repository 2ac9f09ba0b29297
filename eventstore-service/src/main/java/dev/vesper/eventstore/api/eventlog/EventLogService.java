package dev.vesper.eventstore.api.eventlog;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.internal.InternalCaller;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@GrpcService
final class EventLogService extends EventLogGrpc.EventLogImplBase {
    private final EventLog log;
    private final OwnedTypes owned;
    private final Duration longestStall;

    EventLogService(EventLog log, EventstoreConfig config) {
        this.log = log;
        this.owned = new OwnedTypes(config.internal().rawWriters());
        this.longestStall = config.eventLog().readerStall();
    }

    @Override
    public void push(PushRequest request, StreamObserver<PushResponse> caller) {
        owned.check(InternalCaller.CURRENT.get(), request);
        try {
            caller.onNext(LogAnswers.response(push(PushReading.read(request))));
            caller.onCompleted();
        } catch (LogException e) {
            throw LogFailures.status(e);
        }
    }

    @Override
    public void readAggregate(ReadAggregateRequest request, StreamObserver<StoredEvent> caller) {
        var aggregate = PushReading.aggregate(request.getAggregate());
        stream(log.readAggregate(aggregate, request.getFromSequence()).stream(), caller);
    }

    @Override
    public void read(ReadRequest request, StreamObserver<StoredEvent> caller) {
        stream(log.read(QueryReading.read(request)), caller);
    }

    private PushOutcome push(Push push) {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null
                ? log.push(push)
                : log.push(push, Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    private void stream(Stream<RecordedEvent> events, StreamObserver<StoredEvent> caller) {
        PacedObserver<StoredEvent> paced = new PacedObserver<>(caller, longestStall);
        events.map(LogAnswers::stored).forEachOrdered(paced::send);
        caller.onCompleted();
    }
}
