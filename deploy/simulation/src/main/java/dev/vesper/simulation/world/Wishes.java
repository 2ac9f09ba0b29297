package dev.vesper.simulation.world;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Precondition.StillAt;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.simulation.scheduling.Chance;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people and apps do: sign in, get tokens, sign out, and much at once to the same few aggregates. */
final class Wishes {
    static final String INSTANCE = "i1";
    private static final int WISHES_PER_SESSION = 5;
    private static final int SESSIONS_AT_ONCE = 3;
    private static final int APPS = 3;
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
    private static final EventCodec CODEC = new EventCodec((_, _) -> Optional.empty());

    private final Chance chance;
    private int number;

    Wishes(Chance chance) {
        this.chance = chance;
    }

    Operation next() {
        number++;
        String id = "op" + number;
        String session = session();
        return new Operation(id, push(id, session), Optional.empty());
    }

    /** One of the few that are busy now: who signs out meets others who want something of the same session. */
    private String session() {
        return "s" + (number / WISHES_PER_SESSION + chance.below(SESSIONS_AT_ONCE));
    }

    private Push push(String operation, String session) {
        return switch (chance.below(10)) {
            case 0, 1 -> signIn(operation, session);
            case 2, 3, 4 -> grant(operation, session);
            case 5 -> signOut(operation, session);
            case 6, 7 -> check(operation, session, Expectation.ANY);
            case 8 ->
                check(operation, session, Expectation.exactly(chance.below(5)))
                        .requiring(new StillAt(session(session()), chance.below(4)));
            default -> claim(operation, session);
        };
    }

    private Push signIn(String operation, String session) {
        return push(append(
                operation,
                session(session),
                Expectation.NONE,
                new SessionEvent.Added(new SessionEvent.UserAgent("agent", null, null)),
                new SessionEvent.UserChecked("u1", "o1", LONG_AGO)));
    }

    /** A code exchange: the app's part of the session, its token, and its wish to be told, all or nothing. */
    private Push grant(String operation, String session) {
        String app = "app" + chance.below(APPS);
        String part = "part-" + operation;
        return push(
                        append(
                                operation,
                                new AggregateId(INSTANCE, "oidc_session", part),
                                Expectation.NONE,
                                new OidcSessionEvent.Added(
                                        "u1",
                                        "o1",
                                        session,
                                        app,
                                        "p1",
                                        app,
                                        List.of(app),
                                        List.of("openid"),
                                        List.of("pwd"),
                                        LONG_AGO,
                                        null,
                                        "https://issuer.example"),
                                new OidcSessionEvent.AccessTokenAdded("t-" + operation, List.of("openid"), LONG_AGO)),
                        append(
                                operation,
                                new AggregateId(INSTANCE, "session_logout", session),
                                Expectation.ANY,
                                new SessionLogoutEvent.BackChannelRegistered(
                                        part, "u1", app, "https://" + app + ".example/logout")))
                .requiring(new NotEnded(subject(session), 0));
    }

    private Push signOut(String operation, String session) {
        return push(append(operation, session(session), Expectation.ANY, new SessionEvent.Terminated(null, "user")))
                .ending(new Marker(subject(session), "user"));
    }

    private Push check(String operation, String session, Expectation expectation) {
        return push(append(operation, session(session), expectation, new SessionEvent.PasswordChecked(LONG_AGO)));
    }

    private Push claim(String operation, String session) {
        Push push =
                push(append(operation, session(session), Expectation.ANY, new SessionEvent.PasswordChecked(LONG_AGO)));
        String name = "name" + chance.below(3);
        return chance.oneIn(2)
                ? push.constraining(new UniqueConstraint.Add(INSTANCE, "name", name, "TAKEN"))
                : push.constraining(new UniqueConstraint.Remove(INSTANCE, "name", name));
    }

    private Push push(Append... appends) {
        return Push.of(chance.uuid(), appends);
    }

    static Subject subject(String session) {
        return new Subject(INSTANCE, "session", session);
    }

    private static AggregateId session(String id) {
        return new AggregateId(INSTANCE, "session", id);
    }

    private static Append append(String operation, AggregateId aggregate, Expectation expectation, Event... events) {
        return new Append(
                aggregate,
                "o1",
                operation,
                expectation,
                Arrays.stream(events).map(event -> encoded(event, aggregate)).toList());
    }

    private static NewEvent encoded(Event event, AggregateId aggregate) {
        EventType<?> type = EventTypes.of(event);
        return new NewEvent(type.name(), type.revision(), CODEC.encode(event, aggregate.instanceId(), aggregate.id()));
    }
}
