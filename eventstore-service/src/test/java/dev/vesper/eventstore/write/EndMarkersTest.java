package dev.vesper.eventstore.write;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EndMarkersTest {
    private static final List<Event> ENDS = List.of(
            new SessionEvent.Terminated(null, "user"),
            new OidcSessionEvent.Ended("app_removed"),
            new UserEvent.Deactivated(),
            new UserEvent.Locked(),
            new UserEvent.Removed(),
            new UserEvent.SessionsEnded("admin"),
            new ProjectEvent.Deactivated(),
            new ProjectEvent.Removed(),
            new ProjectEvent.ApplicationDeactivated("a1"),
            new ProjectEvent.ApplicationRemoved("a1"),
            new ProjectEvent.ApplicationSessionsEnded("a1", "admin"),
            new OrgEvent.Deactivated(),
            new OrgEvent.Removed(),
            new OrgEvent.SessionsEnded("admin"),
            new InstanceEvent.Removed(),
            new InstanceEvent.SessionsEnded("admin"));

    @Test
    void every_event_that_ends_something_has_a_marker() {
        assertThat(ENDS)
                .allSatisfy(event -> assertThat(EndMarkers.of(id(event), event)).isPresent());
    }

    @Test
    void a_new_kind_of_event_that_sounds_like_an_end_is_not_forgotten() {
        Set<String> known =
                ENDS.stream().map(event -> EventTypes.of(event).name()).collect(toUnmodifiableSet());
        assertThat(EventTypes.all().stream()
                        .filter(type -> !type.aggregateType().equals("web_key"))
                        .map(EventType::name)
                        .filter(name -> name.matches(".*\\.(terminated|ended|locked|deactivated|removed)"))
                        .filter(name -> !name.contains("domain.removed")
                                && !name.contains(".policy.")
                                && !name.endsWith(".member.removed") // Who lost a role is still signed in.
                                && !name.equals("project.role.removed"))
                        .filter(name -> !name.matches("(instance|org)\\.(smtp|sms|webhook|customtext).*")
                                && !name.matches("user\\.(pat|metadata|grant|human\\..*|machine\\..*)\\.removed")))
                .isSubsetOf(known);
    }

    @Test
    void an_app_has_a_marker_of_its_own() {
        var event = new ProjectEvent.ApplicationRemoved("a1");
        assertThat(EndMarkers.of(new AggregateId("i1", "project", "p1"), event))
                .contains(new Marker(new Subject("i1", "app", "a1"), "app_removed"));
    }

    @Test
    void what_ends_nothing_has_none() {
        var event = new UserEvent.Reactivated();
        assertThat(EndMarkers.of(id(event), event)).isEmpty();
    }

    private static AggregateId id(Event event) {
        return new AggregateId("i1", EventTypes.of(event).aggregateType(), "x");
    }
}
