package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Events with a lot in them. */
final class LargeEvents {
    private LargeEvents() {}

    /** What the database cannot compress. */
    static Push push(Random random, String id, int events, int bytes) {
        return push(id, events, () -> {
            byte[] noise = new byte[bytes / 2];
            random.nextBytes(noise);
            return HexFormat.of().formatHex(noise);
        });
    }

    /** What the database compresses to almost nothing. */
    static Push dullPush(String id, int events, int bytes) {
        return push(id, events, () -> "x".repeat(bytes));
    }

    private static Push push(String id, int events, Supplier<String> text) {
        return Push.of(
                Given.id(),
                new Append(
                        new AggregateId("i1", "session", id),
                        "org1",
                        "user1",
                        Expectation.ANY,
                        Stream.generate(() -> new NewEvent("session.added", 1, "{\"text\":\"" + text.get() + "\"}"))
                                .limit(events)
                                .toList()));
    }
}
