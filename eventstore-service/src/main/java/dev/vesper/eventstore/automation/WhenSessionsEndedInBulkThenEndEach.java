package dev.vesper.eventstore.automation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vesper.events.EndReason;
import dev.vesper.events.Event;
import dev.vesper.events.EventTypes;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.write.EndMarkers;
import dev.vesper.eventstore.write.Journal;
import dev.vesper.eventstore.write.Subjects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user was locked, an app removed, everybody logged out: the marker of that event counts at once, and here each session
 * that stood on it ends by an event of its own, so that its apps are told.
 */
final class WhenSessionsEndedInBulkThenEndEach implements Reaction {
    /** Decoding any other event might need a key of a person, who may be gone. */
    private static final Set<String> OURS = Stream.of(
                    SessionEvent.UserChecked.class,
                    SessionEvent.Terminated.class,
                    OidcSessionEvent.Added.class,
                    OidcSessionEvent.Ended.class,
                    UserEvent.Deactivated.class,
                    UserEvent.Locked.class,
                    UserEvent.Removed.class,
                    UserEvent.PasswordChanged.class,
                    UserEvent.SessionsEnded.class,
                    ProjectEvent.Deactivated.class,
                    ProjectEvent.Removed.class,
                    ProjectEvent.ApplicationDeactivated.class,
                    ProjectEvent.ApplicationRemoved.class,
                    ProjectEvent.ApplicationSessionsEnded.class,
                    OrgEvent.Deactivated.class,
                    OrgEvent.Removed.class,
                    OrgEvent.SessionsEnded.class,
                    InstanceEvent.Removed.class,
                    InstanceEvent.SessionsEnded.class)
            .map(type -> EventTypes.of(type).name())
            .collect(toUnmodifiableSet());

    private final Journal journal;
    private final LiveSessions live;
    private final EndEach each;
    private final boolean endOnPasswordChange;

    WhenSessionsEndedInBulkThenEndEach(Journal journal, LiveSessions live, EndEach each, boolean endOnPasswordChange) {
        this.journal = journal;
        this.live = live;
        this.each = each;
        this.endOnPasswordChange = endOnPasswordChange;
    }

    @Override
    public String name() {
        return "sessions-ended-in-bulk";
    }

    @Override
    public Set<String> types() {
        return OURS;
    }

    @Override
    public void react(RecordedEvent recorded, Lead lead) {
        Event event = journal.decode(recorded);
        switch (event) {
            case SessionEvent.UserChecked checked -> live.begin(recorded, checked);
            case OidcSessionEvent.Added grant -> live.begin(recorded, grant);
            case SessionEvent.Terminated _ -> live.endSession(recorded);
            case OidcSessionEvent.Ended _ -> live.endGrant(recorded);
            case UserEvent.PasswordChanged _ -> endThoseOfTheOldPassword(recorded, lead);
            default ->
                EndMarkers.of(AggregateId.of(recorded), event).ifPresent(marker -> endAll(marker, recorded, lead));
        }
    }

    private void endThoseOfTheOldPassword(RecordedEvent change, Lead lead) {
        if (endOnPasswordChange) {
            var user = Subjects.user(change.instanceId(), change.aggregateId());
            each.sessions(
                    (after, limit) -> live.sessionsOf(user, change, after, limit),
                    change.instanceId(),
                    EndReason.PASSWORD_CHANGED,
                    lead);
        }
    }

    private void endAll(Marker marker, RecordedEvent end, Lead lead) {
        var subject = marker.subject();
        switch (subject.kind()) {
            case "user", "org", "instance" -> {
                EndReason reason = reason(marker.reason());
                each.sessions(
                        (after, limit) -> live.sessionsOf(subject, end, after, limit),
                        subject.instanceId(),
                        reason,
                        lead);
            }
            default ->
                each.grants(
                        (after, limit) -> live.grantsOf(subject, end, after, limit),
                        subject.instanceId(),
                        marker.reason(),
                        lead);
        }
    }

    /** A bulk end may carry a reason that no session has; for its apps an admin did it. */
    private static EndReason reason(String wireName) {
        return Stream.of(EndReason.values())
                .filter(reason -> reason.wireName().equals(wireName))
                .findFirst()
                .orElse(EndReason.ADMIN);
    }
}
