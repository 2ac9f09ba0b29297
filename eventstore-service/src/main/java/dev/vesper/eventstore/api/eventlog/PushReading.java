package dev.vesper.eventstore.api.eventlog;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Precondition;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.PushRequest;
import java.util.UUID;

/** A push as the wire has it. */
final class PushReading {
    private PushReading() {}

    /** @throws InvalidPush that names the field */
    static Push read(PushRequest request) {
        return new Push(
                pushId(request.getPushId()),
                request.getAppendsList().stream().map(PushReading::append).toList(),
                request.getPreconditionsList().stream()
                        .map(PushReading::precondition)
                        .toList(),
                request.getUniqueConstraintsList().stream()
                        .map(PushReading::constraint)
                        .toList(),
                request.getEndsList().stream()
                        .map(marker -> new Marker(subject(marker.getSubject()), marker.getReason()))
                        .toList());
    }

    static AggregateId aggregate(AggregateRef ref) {
        return new AggregateId(ref.getInstanceId(), ref.getType(), ref.getId());
    }

    private static UUID pushId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidPush("push_id", "must be a UUID");
        }
    }

    private static Append append(AggregateAppend append) {
        return new Append(
                aggregate(append.getAggregate()),
                append.getOwner(),
                append.getCreator(),
                expectation(append),
                append.getEventsList().stream()
                        .map(event -> new NewEvent(event.getType(), event.getRevision(), event.getPayload()))
                        .toList());
    }

    private static Expectation expectation(AggregateAppend append) {
        return switch (append.getExpectationCase()) {
            case NONE -> append.getNone() ? Expectation.NONE : Expectation.ANY;
            case SEQUENCE -> Expectation.exactly(append.getSequence());
            case ANY, EXPECTATION_NOT_SET -> Expectation.ANY;
        };
    }

    private static Precondition precondition(dev.vesper.proto.internal.v1.Precondition condition) {
        return switch (condition.getConditionCase()) {
            case STILL_AT ->
                new Precondition.StillAt(
                        aggregate(condition.getStillAt().getAggregate()),
                        condition.getStillAt().getSequence());
            case NOT_ENDED ->
                new Precondition.NotEnded(
                        subject(condition.getNotEnded().getSubject()),
                        condition.getNotEnded().getSincePosition());
            case CONDITION_NOT_SET -> throw new InvalidPush("preconditions", "each needs a condition");
        };
    }

    private static UniqueConstraint constraint(dev.vesper.proto.internal.v1.UniqueConstraint constraint) {
        String instance = constraint.getInstanceId();
        return switch (constraint.getAction()) {
            case ACTION_ADD ->
                new UniqueConstraint.Add(
                        instance, constraint.getType(), constraint.getField(), constraint.getErrorCode());
            case ACTION_REMOVE -> new UniqueConstraint.Remove(instance, constraint.getType(), constraint.getField());
            case ACTION_REMOVE_INSTANCE -> new UniqueConstraint.RemoveInstance(instance);
            case ACTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new InvalidPush("unique_constraints", "each needs an action");
        };
    }

    private static Subject subject(dev.vesper.proto.internal.v1.Subject subject) {
        return new Subject(subject.getInstanceId(), subject.getKind(), subject.getId());
    }
}
