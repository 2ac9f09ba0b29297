package dev.vesper.eventstore.api.eventlog;

import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.PayloadRule;
import dev.vesper.eventstore.log.Precondition;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.PushRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A push as the wire has it. */
final class PushReading {
    private PushReading() {}

    /** @throws InvalidPush that names the field */
    static Push read(PushRequest request) {
        return new Push(
                pushId(request.getPushId()),
                each("appends", request.getAppendsList(), PushReading::append),
                each("preconditions", request.getPreconditionsList(), PushReading::precondition),
                each("unique_constraints", request.getUniqueConstraintsList(), PushReading::constraint),
                each("ends", request.getEndsList(), PushReading::marker));
    }

    /** Where a complaint stands is put together on its way up, because few pushes are complained about. */
    private static <W, T> List<T> each(String field, List<W> elements, Function<W, T> read) {
        List<T> all = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            try {
                all.add(read.apply(elements.get(i)));
            } catch (InvalidPush e) {
                throw e.within(field + "[" + i + "]");
            }
        }
        return List.copyOf(all);
    }

    private static UUID pushId(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below, together with what the parser lets pass.
        }
        throw new InvalidPush("push_id", "must be a UUID");
    }

    private static Append append(AggregateAppend append) {
        return new Append(
                QueryReading.aggregate(append.getAggregate()),
                append.getOwner(),
                append.getCreator(),
                expectation(append),
                each("events", append.getEventsList(), PushReading::event));
    }

    /** Another's payload may be anything, and must not reach a batch that others share before it was looked at. */
    private static NewEvent event(dev.vesper.proto.internal.v1.NewEvent event) {
        if (!event.getPayload().isEmpty()) {
            String complaint = PayloadRule.complaint(event.getPayload());
            require(complaint.isEmpty(), "payload", complaint);
        }
        return new NewEvent(event.getType(), event.getRevision(), event.getPayload());
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
                        QueryReading.aggregate(condition.getStillAt().getAggregate()),
                        condition.getStillAt().getSequence());
            case NOT_ENDED ->
                new Precondition.NotEnded(
                        subject(condition.getNotEnded().getSubject()),
                        condition.getNotEnded().getSincePosition());
            case CONDITION_NOT_SET -> throw new InvalidPush("condition", "must be one of those known");
        };
    }

    private static UniqueConstraint constraint(dev.vesper.proto.internal.v1.UniqueConstraint constraint) {
        String instance = constraint.getInstanceId();
        return switch (constraint.getAction()) {
            case ACTION_ADD ->
                new UniqueConstraint.Add(
                        instance,
                        constraint.getType(),
                        constraint.getField(),
                        constraint.getErrorCode(),
                        constraint.getOwner());
            case ACTION_REMOVE -> new UniqueConstraint.Remove(instance, constraint.getType(), constraint.getField());
            case ACTION_REMOVE_INSTANCE -> new UniqueConstraint.RemoveInstance(instance);
            case ACTION_REMOVE_OWNER -> new UniqueConstraint.RemoveOwner(instance, constraint.getOwner());
            case ACTION_UNSPECIFIED, UNRECOGNIZED -> throw new InvalidPush("action", "must be one of those known");
        };
    }

    private static Marker marker(dev.vesper.proto.internal.v1.Marker marker) {
        require(marker.hasSubject(), "subject", "must not be empty");
        return new Marker(subject(marker.getSubject()), marker.getReason());
    }

    private static Subject subject(dev.vesper.proto.internal.v1.Subject subject) {
        return new Subject(subject.getInstanceId(), subject.getKind(), subject.getId());
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new InvalidPush(field, message);
        }
    }
}
