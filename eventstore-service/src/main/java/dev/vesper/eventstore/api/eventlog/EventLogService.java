package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Message;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.deadline.CallDeadline;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.internal.InternalCaller;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.LatestSequenceResponse;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** See {@code log.proto}. {@link EventLogDoor} puts it on the wire. */
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
        answer(caller, request, () -> {
            owned.check(InternalCaller.CURRENT.get(), request);
            return LogAnswers.response(push(PushReading.read(request)));
        });
    }

    @Override
    public void readAggregate(ReadAggregateRequest request, StreamObserver<StoredEvent> caller) {
        stream(
                caller,
                request,
                () -> log.readAggregatePages(
                        QueryReading.aggregate(request.getAggregate()), request.getFromSequence()));
    }

    @Override
    public void read(ReadRequest request, StreamObserver<StoredEvent> caller) {
        stream(caller, request, () -> log.readPages(QueryReading.read(request)));
    }

    @Override
    public void latestSequence(AggregateRef request, StreamObserver<LatestSequenceResponse> caller) {
        answer(
                caller,
                request,
                () -> LatestSequenceResponse.newBuilder()
                        .setSequence(log.latestSequence(QueryReading.aggregate(request)))
                        .build());
    }

    private PushOutcome push(Push push) {
        return CallDeadline.remaining()
                .map(patience -> log.push(push, patience))
                .orElseGet(() -> log.push(push));
    }

    private static <A> void answer(StreamObserver<A> caller, Message request, Supplier<A> answer) {
        try {
            Unreadable.check(request);
            caller.onNext(answer.get());
            caller.onCompleted();
        } catch (LogException e) {
            throw LogFailures.status(e);
        }
    }

    /** A page is read when the caller has taken the one before, and a search that nobody waits for any more is given up. */
    private void stream(
            StreamObserver<StoredEvent> caller, Message request, Supplier<Stream<List<RecordedEvent>>> pages) {
        PacedObserver<StoredEvent> paced = new PacedObserver<>(caller, longestStall);
        try {
            Unreadable.check(request);
            pages.get().forEachOrdered(page -> {
                paced.checkPresent();
                page.stream().map(LogAnswers::stored).forEachOrdered(paced::send);
            });
            caller.onCompleted();
        } catch (LogException e) {
            throw LogFailures.status(e);
        }
    }
}
