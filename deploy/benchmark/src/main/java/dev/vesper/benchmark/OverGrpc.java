package dev.vesper.benchmark;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Push;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.Precondition;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.Pushed;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.Subject;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;

/** The service as another service sees it: one connection, the credential, a deadline on each call. */
final class OverGrpc implements AutoCloseable {
    /** May push what it likes, see the stack's environment. */
    static final String CALLER = "benchmark";

    private static final long LONGEST_ANSWER_S = 10;

    private final ManagedChannel channel;
    private final EventLogBlockingStub log;

    OverGrpc(LocalStack stack) {
        this.channel = Grpc.newChannelBuilder(
                        stack.addresses().grpc(Service.EVENTSTORE), InsecureChannelCredentials.create())
                .build();
        this.log = EventLogGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(stack.internalCredential()).of(CALLER));
    }

    /** @throws IllegalStateException when it is refused */
    Pushed push(Push push) {
        PushResponse answer =
                log.withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS).push(request(push));
        if (!answer.hasPushed()) {
            throw new IllegalStateException("refused: " + answer.getRefused());
        }
        return answer.getPushed();
    }

    /** @return how many events the aggregate has */
    int read(AggregateId aggregate) {
        int events = 0;
        var all = log.withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS)
                .readAggregate(ReadAggregateRequest.newBuilder()
                        .setAggregate(reference(aggregate))
                        .build());
        while (all.hasNext()) {
            all.next();
            events++;
        }
        return events;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static PushRequest request(Push push) {
        var request = PushRequest.newBuilder().setPushId(push.pushId().toString());
        push.appends().forEach(append -> request.addAppends(append(append)));
        push.preconditions().stream()
                .map(NotEnded.class::cast)
                .forEach(condition -> request.addPreconditions(precondition(condition)));
        return request.build();
    }

    private static AggregateAppend.Builder append(Append append) {
        var wire = AggregateAppend.newBuilder()
                .setAggregate(reference(append.aggregate()))
                .setOwner(append.owner())
                .setCreator(append.creator());
        append.events().forEach(event -> wire.addEvents(event(event)));
        return expecting(append.expectation(), wire);
    }

    private static AggregateRef.Builder reference(AggregateId aggregate) {
        return AggregateRef.newBuilder()
                .setInstanceId(aggregate.instanceId())
                .setType(aggregate.type())
                .setId(aggregate.id());
    }

    private static AggregateAppend.Builder expecting(Expectation expectation, AggregateAppend.Builder wire) {
        return switch (expectation) {
            case Expectation.Any _ -> wire.setAny(true);
            case Expectation.None _ -> wire.setNone(true);
            case Expectation.Exactly exactly -> wire.setSequence(exactly.sequence());
        };
    }

    private static dev.vesper.proto.internal.v1.NewEvent.Builder event(NewEvent event) {
        return dev.vesper.proto.internal.v1.NewEvent.newBuilder()
                .setType(event.type())
                .setRevision(event.revision())
                .setPayload(event.payload());
    }

    private static Precondition.Builder precondition(NotEnded condition) {
        var subject = Subject.newBuilder()
                .setInstanceId(condition.subject().instanceId())
                .setKind(condition.subject().kind())
                .setId(condition.subject().id());
        return Precondition.newBuilder()
                .setNotEnded(dev.vesper.proto.internal.v1.NotEnded.newBuilder()
                        .setSubject(subject)
                        .setSincePosition(condition.sincePosition()));
    }
}
