package dev.vesper.benchmark;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushIds;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.TimeSortedIds;
import java.time.Clock;
import java.util.Collections;
import java.util.SplittableRandom;

/**
 * The pushes of one caller: session after session, ten events each, one event of about 250 bytes per push. Each relies on what
 * a session stands on, as in production: its user, its organisation and its instance must not have ended. Ids of sessions
 * and pushes are made as the service makes them.
 */
final class Sessions {
    private static final int EVENTS_PER_SESSION = 10;
    private static final String TYPE = "session";
    private static final String PAYLOAD = Resources.text("payload.json").strip();

    private final String instance;
    private final SplittableRandom random;
    private final IdSource ids;
    private String session = "";
    private int sequence = EVENTS_PER_SESSION;

    /** @param instance the name of the run: what was written under it can be told from all else */
    Sessions(String instance, int caller) {
        this.instance = instance;
        this.random = new SplittableRandom(31L * caller + instance.hashCode());
        this.ids = new TimeSortedIds(Clock.systemUTC(), random);
    }

    Push next() {
        if (sequence == EVENTS_PER_SESSION) {
            session = ids.next();
            sequence = 0;
        }
        var expectation = sequence == 0 ? Expectation.NONE : Expectation.exactly(sequence);
        sequence++;
        return push(session, expectation);
    }

    /** One event to the session that is named. */
    Push push(String session, Expectation expectation) {
        return push(session, expectation, 1);
    }

    Push push(String session, Expectation expectation, int events) {
        var append = new Append(
                new AggregateId(instance, TYPE, session),
                "org",
                "user",
                expectation,
                Collections.nCopies(events, new NewEvent("session.added", 1, PAYLOAD)));
        return Push.of(PushIds.next(Clock.systemUTC().millis(), random), append)
                .requiring(
                        new NotEnded(new Subject(instance, "user", session), 0),
                        new NotEnded(new Subject(instance, "org", "org"), 0),
                        new NotEnded(new Subject(instance, "instance", instance), 0));
    }
}
