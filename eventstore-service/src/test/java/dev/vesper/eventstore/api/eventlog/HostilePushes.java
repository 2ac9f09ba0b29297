package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.ByteString;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.Marker;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.NotEnded;
import dev.vesper.proto.internal.v1.Precondition;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.StillAt;
import dev.vesper.proto.internal.v1.Subject;
import dev.vesper.proto.internal.v1.UniqueConstraint;
import dev.vesper.proto.internal.v1.UniqueConstraint.Action;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Pushes that are right but for one thing. */
final class HostilePushes {
    private final Random random;
    private final HostileTexts texts;

    HostilePushes(Random random) {
        this.random = random;
        this.texts = new HostileTexts(random);
    }

    /** Nothing is wrong with it. */
    static PushRequest.Builder sound() {
        Subject subject = Subject.newBuilder()
                .setInstanceId("i-hostile")
                .setKind("session")
                .setId("s")
                .build();
        return PushRequest.newBuilder()
                .setPushId(Internally.pushId())
                .addAppends(append("n"))
                .addPreconditions(Precondition.newBuilder()
                        .setStillAt(StillAt.newBuilder().setAggregate(aggregate("other"))))
                .addPreconditions(Precondition.newBuilder()
                        .setNotEnded(NotEnded.newBuilder()
                                .setSubject(subject.toBuilder().setId("open"))))
                .addUniqueConstraints(UniqueConstraint.newBuilder()
                        .setAction(Action.ACTION_REMOVE)
                        .setInstanceId("i-hostile")
                        .setType("t")
                        .setField("f"))
                .addEnds(Marker.newBuilder().setSubject(subject).setReason("r"));
    }

    /** One thing is wrong, in the field that is named. */
    Hostile next() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> text(texts.name());
            case 2 -> payload();
            case 3 -> number();
            case 4 -> tooMany();
            default -> spoilt();
        };
    }

    private Hostile text(String text) {
        var fields = List.<Field>of(
                new Field(
                        "appends[0].aggregate.instance_id",
                        (push, t) -> aggregate(push).setInstanceId(t)),
                new Field(
                        "appends[0].aggregate.type",
                        (push, t) -> aggregate(push).setType(t)),
                new Field(
                        "appends[0].aggregate.id", (push, t) -> aggregate(push).setId(t)),
                new Field(
                        "appends[0].owner",
                        (push, t) -> push.getAppendsBuilder(0).setOwner(t)),
                new Field(
                        "appends[0].creator",
                        (push, t) -> push.getAppendsBuilder(0).setCreator(t)),
                new Field("appends[0].events[0].type", (push, t) -> event(push).setType(t)),
                new Field(
                        "preconditions[0].still_at.aggregate.id",
                        (push, t) -> push.getPreconditionsBuilder(0)
                                .getStillAtBuilder()
                                .getAggregateBuilder()
                                .setId(t)),
                new Field(
                        "preconditions[1].not_ended.subject.id",
                        (push, t) -> push.getPreconditionsBuilder(1)
                                .getNotEndedBuilder()
                                .getSubjectBuilder()
                                .setId(t)),
                new Field(
                        "unique_constraints[0].type",
                        (push, t) -> push.getUniqueConstraintsBuilder(0).setType(t)),
                new Field("ends[0].reason", (push, t) -> push.getEndsBuilder(0).setReason(t)));
        Field field = fields.get(random.nextInt(fields.size()));
        PushRequest.Builder push = sound();
        field.set().accept(push, text);
        return new Hostile(push.build().toByteString(), field.name());
    }

    private Hostile spoilt() {
        Hostile placed = text(HostileTexts.PLACE);
        return new Hostile(texts.spoilt(placed.request()), placed.field());
    }

    private Hostile payload() {
        PushRequest.Builder push = sound();
        event(push).setPayload(texts.json());
        return hostile(push, "appends[0].events[0].payload");
    }

    private Hostile number() {
        PushRequest.Builder push = sound();
        int negative = -1 - random.nextInt(Integer.MAX_VALUE);
        return switch (random.nextInt(7)) {
            case 0 -> {
                push.getAppendsBuilder(0).setSequence(negative);
                yield hostile(push, "appends[0].sequence");
            }
            case 1 -> {
                push.getPreconditionsBuilder(0).getStillAtBuilder().setSequence(negative);
                yield hostile(push, "preconditions[0].still_at.sequence");
            }
            case 2 -> {
                push.getPreconditionsBuilder(1).getNotEndedBuilder().setSincePosition(negative);
                yield hostile(push, "preconditions[1].not_ended.since_position");
            }
            case 3 -> {
                event(push).setRevision(random.nextBoolean() ? negative : 32_768 + random.nextInt(100));
                yield hostile(push, "appends[0].events[0].revision");
            }
            case 4 -> hostile(push.setPushId(texts.uuid()), "push_id");
            case 5 -> {
                push.getUniqueConstraintsBuilder(0).setActionValue(random.nextBoolean() ? 0 : 99);
                yield hostile(push, "unique_constraints[0].action");
            }
            default -> {
                push.getEndsBuilder(0).getSubjectBuilder().setKind("planet");
                yield hostile(push, "ends[0].subject.kind");
            }
        };
    }

    private Hostile tooMany() {
        PushRequest.Builder push = sound();
        return switch (random.nextInt(4)) {
            case 0 -> {
                push.getAppendsBuilder(0).addAllEvents(Collections.nCopies(1000, Internally.SENT));
                yield hostile(push, "appends");
            }
            case 1 -> {
                push.addAllPreconditions(Collections.nCopies(998, push.getPreconditions(0)));
                yield hostile(push, "preconditions");
            }
            case 2 -> hostile(push.addAppends(append("n")), "appends[1].aggregate");
            default -> {
                push.addPreconditions(Precondition.getDefaultInstance());
                yield hostile(push, "preconditions[2].condition");
            }
        };
    }

    private static Hostile hostile(PushRequest.Builder push, String field) {
        return new Hostile(push.build().toByteString(), field);
    }

    private static AggregateAppend.Builder append(String id) {
        return AggregateAppend.newBuilder()
                .setAggregate(aggregate(id))
                .setOwner("o")
                .setCreator("notifier")
                .addEvents(Internally.SENT);
    }

    private static AggregateRef aggregate(String id) {
        return AggregateRef.newBuilder()
                .setInstanceId("i-hostile")
                .setType("notification")
                .setId(id)
                .build();
    }

    private static AggregateRef.Builder aggregate(PushRequest.Builder push) {
        return push.getAppendsBuilder(0).getAggregateBuilder();
    }

    private static NewEvent.Builder event(PushRequest.Builder push) {
        return push.getAppendsBuilder(0).getEventsBuilder(0);
    }

    /** @param field that the answer must name */
    record Hostile(ByteString request, String field) {}

    private record Field(String name, BiConsumer<PushRequest.Builder, String> set) {}
}
