package dev.vesper.eventstore.log;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Pushes for tests. Ids come from a seeded source, so that a run can be repeated. */
public final class Given {
    private static final Random IDS = new Random(20261120);

    private Given() {}

    public static AggregateId session(String id) {
        return new AggregateId("i1", "session", id);
    }

    public static UUID id() {
        synchronized (IDS) {
            return new UUID(IDS.nextLong(), IDS.nextLong());
        }
    }

    public static Append append(AggregateId aggregate, Expectation expectation, int events) {
        return new Append(
                aggregate,
                "org1",
                "user1",
                expectation,
                IntStream.rangeClosed(1, events)
                        .mapToObj(n -> new NewEvent("session.added", 1, "{\"n\":" + n + "}"))
                        .toList());
    }

    public static Push push(AggregateId aggregate, Expectation expectation, int events) {
        return Push.of(id(), append(aggregate, expectation, events));
    }

    public static Push push(AggregateId aggregate) {
        return push(aggregate, Expectation.ANY, 1);
    }

    public static Push with(Push push, List<NewEvent> events) {
        Append first = push.appends().getFirst();
        return Push.of(
                push.pushId(),
                new Append(first.aggregate(), first.owner(), first.creator(), first.expectation(), events));
    }
}
