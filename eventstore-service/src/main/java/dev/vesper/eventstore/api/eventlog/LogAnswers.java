package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Timestamp;
import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.ConstraintTaken;
import dev.vesper.proto.internal.v1.Ended;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.Pushed;
import dev.vesper.proto.internal.v1.PushedEvent;
import dev.vesper.proto.internal.v1.Refused;
import dev.vesper.proto.internal.v1.StoredEvent;
import dev.vesper.proto.internal.v1.WrongSequence;
import java.time.Instant;

/** What the log says, for the wire. */
final class LogAnswers {
    private LogAnswers() {}

    static PushResponse response(PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Pushed pushed ->
                PushResponse.newBuilder().setPushed(pushed(pushed)).build();
            case PushOutcome.Refused refused ->
                PushResponse.newBuilder().setRefused(refused(refused)).build();
        };
    }

    /** Without secret fields, as they are in Kafka: what is built from either is the same, and no hash leaves the log. */
    static StoredEvent stored(RecordedEvent event) {
        return StoredEvent.newBuilder()
                .setAggregate(aggregate(AggregateId.of(event)))
                .setType(event.type())
                .setSequence(event.sequence())
                .setRevision(event.revision())
                .setCreatedAt(time(event.createdAt()))
                .setPayload(EventCodec.withoutSecrets(event.type(), event.revision(), event.payload()))
                .setCreator(event.creator())
                .setOwner(event.owner())
                .setPosition(event.position())
                .setInTxOrder(event.inTxOrder())
                .setPartition(event.partition())
                .build();
    }

    private static Pushed.Builder pushed(PushOutcome.Pushed pushed) {
        Pushed.Builder answer =
                Pushed.newBuilder().setPosition(pushed.position()).setCreatedAt(time(pushed.createdAt()));
        pushed.events()
                .forEach(event -> answer.addEvents(PushedEvent.newBuilder()
                        .setSequence(event.sequence())
                        .setInTxOrder(event.inTxOrder())
                        .setPartition(event.partition())
                        .setOwner(event.owner())));
        return answer;
    }

    private static Refused.Builder refused(PushOutcome.Refused refused) {
        return switch (refused) {
            case PushOutcome.WrongSequence(AggregateId aggregate, long expected, long found) ->
                Refused.newBuilder()
                        .setWrongSequence(WrongSequence.newBuilder()
                                .setAggregate(aggregate(aggregate))
                                .setExpected(expected)
                                .setFound(found));
            case PushOutcome.ConstraintTaken(UniqueConstraint.Add taken) ->
                Refused.newBuilder()
                        .setConstraintTaken(ConstraintTaken.newBuilder()
                                .setInstanceId(taken.instanceId())
                                .setType(taken.type())
                                .setField(taken.field())
                                .setErrorCode(taken.errorCode()));
            case PushOutcome.Ended(Subject subject, long position, String reason) ->
                Refused.newBuilder()
                        .setEnded(Ended.newBuilder()
                                .setSubject(dev.vesper.proto.internal.v1.Subject.newBuilder()
                                        .setInstanceId(subject.instanceId())
                                        .setKind(subject.kind())
                                        .setId(subject.id()))
                                .setPosition(position)
                                .setReason(reason));
        };
    }

    private static AggregateRef.Builder aggregate(AggregateId aggregate) {
        return AggregateRef.newBuilder()
                .setInstanceId(aggregate.instanceId())
                .setType(aggregate.type())
                .setId(aggregate.id());
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
