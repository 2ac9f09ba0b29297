package dev.vesper.benchmark;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventTypes;
import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** The pushes of one caller, each a session with five events that views show. */
final class SignIns {
    static final int EVENTS_PER_PUSH = 5;
    private static final EventCodec CODEC = new EventCodec((_, _) -> Optional.empty());
    private static final Instant CHECKED_AT = Instant.parse("2026-11-20T11:38:43Z");
    private static final List<SessionEvent> SIGN_IN = List.of(
            new SessionEvent.Added(new SessionEvent.UserAgent(
                    "5f0d7f6e-9a0b-4a7e-9f0e-2f8a3a1b6c55", "Mozilla/5.0 (X11; Linux x86_64)", "127.0.0.1")),
            new SessionEvent.UserChecked("312909075212468632", "org", CHECKED_AT),
            new SessionEvent.PasswordChecked(CHECKED_AT),
            new SessionEvent.LifetimeSet(Duration.ofHours(1)),
            new SessionEvent.LifetimeSet(Duration.ofHours(10)));

    private final String instance;
    private final SplittableRandom random;

    SignIns(String instance, int caller) {
        this.instance = instance;
        // No two callers of any runs share their ids: a push that is repeated is answered, and not written.
        this.random = new SplittableRandom((long) instance.hashCode() << 16 ^ caller);
    }

    Push next() {
        return next(1);
    }

    /** Several sessions in one push. */
    Push next(int sessions) {
        var appends = new Append[sessions];
        for (int i = 0; i < sessions; i++) {
            appends[i] = session(id().toString());
        }
        return Push.of(id(), appends);
    }

    private Append session(String id) {
        return new Append(
                new AggregateId(instance, "session", id),
                "org",
                "user",
                Expectation.NONE,
                SIGN_IN.stream().map(event -> stored(event, id)).toList());
    }

    private NewEvent stored(Event event, String id) {
        var type = EventTypes.of(event);
        return new NewEvent(type.name(), type.revision(), CODEC.encode(event, instance, id));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
