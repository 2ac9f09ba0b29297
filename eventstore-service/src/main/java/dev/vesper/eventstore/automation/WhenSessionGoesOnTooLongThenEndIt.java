package dev.vesper.eventstore.automation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vesper.events.EndReason;
import dev.vesper.events.EventTypes;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.automation.SessionLifetimes.Expired;
import dev.vesper.eventstore.write.Journal;
import dev.vesper.eventstore.write.session.SessionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ends sessions whose lifetime is over, or in which nothing was done for too long: no sign-in, no app that joined, no token that was
 * renewed. It ends them only when it has read the log to its end, so that an activity that it has not met yet cannot be missed.
 */
final class WhenSessionGoesOnTooLongThenEndIt implements Reaction {
    /** Decoding any other event might need a key of a person, who may be gone. */
    private static final Set<String> OURS = Stream.of(
                    SessionEvent.Added.class,
                    SessionEvent.PasswordChecked.class,
                    SessionEvent.LifetimeSet.class,
                    SessionEvent.Terminated.class,
                    OidcSessionEvent.Added.class,
                    OidcSessionEvent.AccessTokenAdded.class)
            .map(type -> EventTypes.of(type).name())
            .collect(toUnmodifiableSet());

    /** The part of the idle lifetime by which an activity is known: noting each one would write as much as the log itself. */
    private static final int PRECISION = 60;

    private static final int NOTED = 50_000;

    private final Journal journal;
    private final SessionLifetimes lifetimes;
    private final EndEach each;
    private final SessionSettings settings;
    private final Clock clock;
    private final Map<String, Instant> noted = new LinkedHashMap<>();
    private Instant nextLook = Instant.MIN;

    WhenSessionGoesOnTooLongThenEndIt(
            Journal journal, SessionLifetimes lifetimes, EndEach each, SessionSettings settings, Clock clock) {
        this.journal = journal;
        this.lifetimes = lifetimes;
        this.each = each;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session-lifetimes";
    }

    @Override
    public Set<String> types() {
        return OURS;
    }

    @Override
    public void react(RecordedEvent recorded, Lead lead) {
        switch (journal.decode(recorded)) {
            case SessionEvent.Added _ -> lifetimes.begin(recorded);
            case SessionEvent.PasswordChecked _ -> lifetimes.noteActivity(recorded);
            case SessionEvent.LifetimeSet set -> lifetimes.setLifetime(recorded, set.lifetime());
            case SessionEvent.Terminated _ -> lifetimes.end(recorded.instanceId(), recorded.aggregateId());
            case OidcSessionEvent.Added grant -> lifetimes.noteActivityIn(recorded, grant.sessionId());
            default -> noteRarely(recorded);
        }
    }

    @Override
    public void caughtUp(Lead lead) {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(settings.expiryInterval());
        List<Expired> expired = find(now);
        while (!expired.isEmpty()) {
            each.end(expired, EndReason.EXPIRED);
            expired.forEach(session -> lifetimes.end(session.instanceId(), session.sessionId()));
            lead.keep();
            expired = find(now);
        }
    }

    private List<Expired> find(Instant now) {
        return lifetimes.find(
                before(now, settings.lifetime()), before(now, settings.idleLifetime()), now, each.inFlight());
    }

    /** Nothing began before there was time. */
    private static Instant before(Instant now, Duration lifetime) {
        return lifetime.isZero() ? Instant.EPOCH : now.minus(lifetime);
    }

    private void noteRarely(RecordedEvent recorded) {
        Duration idle = settings.idleLifetime();
        String grant = recorded.instanceId() + "/" + recorded.aggregateId();
        Instant last = noted.getOrDefault(grant, Instant.EPOCH);
        if (idle.isZero() || recorded.createdAt().isBefore(last.plus(idle.dividedBy(PRECISION)))) {
            return;
        }
        lifetimes.noteActivityOfGrant(recorded);
        noted.remove(grant);
        noted.put(grant, recorded.createdAt());
        if (noted.size() > NOTED) {
            noted.remove(noted.keySet().iterator().next());
        }
    }
}
