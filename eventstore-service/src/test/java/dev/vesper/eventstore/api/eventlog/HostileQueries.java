package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Timestamp;
import dev.vesper.eventstore.api.eventlog.HostilePushes.Hostile;
import dev.vesper.proto.internal.v1.Cursor;
import dev.vesper.proto.internal.v1.ReadRequest;
import java.util.Collections;
import java.util.Random;

/** Queries that are right but for one thing. */
final class HostileQueries {
    private final Random random;
    private final HostileTexts texts;

    HostileQueries(Random random) {
        this.random = random;
        this.texts = new HostileTexts(random);
    }

    static ReadRequest.Builder sound() {
        return ReadRequest.newBuilder()
                .setInstanceId("i-hostile")
                .addAggregateTypes("notification")
                .setPayloadContains("{\"a\": 1}");
    }

    Hostile next() {
        return switch (random.nextInt(4)) {
            case 0 -> text(texts.name());
            case 1 -> spoilt();
            case 2 -> end();
            default -> other();
        };
    }

    private Hostile text(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> hostile(sound().setInstanceId(text), "instance_id");
            case 1 -> hostile(sound().addAggregateIds("a").addAggregateIds(text), "aggregate_ids[1]");
            case 2 -> hostile(sound().addEventTypes(text), "event_types[0]");
            case 3 -> hostile(sound().setCreator(text), "creator");
            default -> hostile(sound().setOwner(text), "owner");
        };
    }

    private Hostile spoilt() {
        Hostile placed = text(HostileTexts.PLACE);
        return new Hostile(texts.spoilt(placed.request()), placed.field());
    }

    private Hostile end() {
        var cursor = Cursor.newBuilder();
        int negative = -2 - random.nextInt(Integer.MAX_VALUE - 1);
        Cursor nowhere = random.nextBoolean()
                ? cursor.setPosition(negative).build()
                : cursor.setInTxOrder(negative).build();
        var never = Timestamp.newBuilder()
                .setSeconds(random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(9) : -62_135_596_801L)
                .setNanos(random.nextInt(1000));
        var noMoment = Timestamp.newBuilder().setNanos(-1 - random.nextInt(1000));
        return switch (random.nextInt(4)) {
            case 0 -> hostile(sound().setAfter(nowhere), "after");
            case 1 -> hostile(sound().setUntil(nowhere), "until");
            case 2 -> hostile(sound().setCreatedFrom(never), "created_from");
            default -> hostile(sound().setCreatedBefore(noMoment), "created_before");
        };
    }

    private Hostile other() {
        int tooMany = 1001 + random.nextInt(5000);
        return switch (random.nextInt(5)) {
            case 0 -> hostile(sound().setLimit(-1 - random.nextInt(Integer.MAX_VALUE)), "limit");
            case 1 -> hostile(sound().setPayloadContains(texts.json()), "payload_contains");
            case 2 -> hostile(sound().clearAggregateTypes(), "payload_contains");
            case 3 -> hostile(sound().clearInstanceId(), "payload_contains");
            default -> hostile(sound().addAllAggregateIds(Collections.nCopies(tooMany, "a")), "aggregate_ids");
        };
    }

    private static Hostile hostile(ReadRequest.Builder query, String field) {
        return new Hostile(query.build().toByteString(), field);
    }
}
