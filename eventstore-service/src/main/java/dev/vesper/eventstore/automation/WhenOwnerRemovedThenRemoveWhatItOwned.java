package dev.vesper.eventstore.automation;

import dev.vesper.events.Event;
import dev.vesper.events.EventTypes;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.org.OrgCommands;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.user.UserCommands;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An organisation was removed, or an instance: its marker counts at once, and here each thing below is removed by an event of
 * its own, which frees its unique names, destroys the keys of its people, and tells their apps.
 */
@Singleton
final class WhenOwnerRemovedThenRemoveWhatItOwned implements Reaction {
    private static final String CREATOR = "automation";
    private static final String ORG_REMOVED = name(OrgEvent.Removed.class);
    private static final String INSTANCE_REMOVED = name(InstanceEvent.Removed.class);
    private static final String ORG_ADDED = name(OrgEvent.Added.class);
    private static final String PROJECT_ADDED = name(ProjectEvent.Added.class);
    private static final List<String> USER_ADDED = EventTypes.all().stream()
            .filter(type -> UserEvent.class.isAssignableFrom(type.recordClass()))
            .map(type -> type.name())
            .filter(name -> name.matches("user\\.[a-z]+\\.(added|selfregistered)") && !name.equals("user.pat.added"))
            .toList();

    private final EventLog log;
    private final OrgCommands orgs;
    private final ProjectCommands projects;
    private final UserCommands users;

    WhenOwnerRemovedThenRemoveWhatItOwned(
            EventLog log, OrgCommands orgs, ProjectCommands projects, UserCommands users) {
        this.log = log;
        this.orgs = orgs;
        this.projects = projects;
        this.users = users;
    }

    @Override
    public String name() {
        return "owner-removed";
    }

    @Override
    public Set<String> types() {
        return Set.of(ORG_REMOVED, INSTANCE_REMOVED);
    }

    @Override
    public void react(RecordedEvent event, Lead lead) {
        var caller = new AdminCaller(event.instanceId(), CREATOR);
        if (event.type().equals(INSTANCE_REMOVED)) {
            each(all(event, ORG_ADDED, Optional.empty()), id -> orgs.remove(caller, id), lead);
        }
        if (event.type().equals(ORG_REMOVED)) {
            Optional<String> owner = Optional.of(event.aggregateId());
            each(all(event, PROJECT_ADDED, owner), id -> projects.remove(caller, id), lead);
            for (String added : USER_ADDED) {
                each(all(event, added, owner), id -> users.remove(caller, id), lead);
            }
        }
    }

    /** Ids of what began before the removal: afterwards nothing can. */
    private List<String> all(RecordedEvent removal, String type, Optional<String> owner) {
        var query = LogQuery.builder()
                .instance(removal.instanceId())
                .aggregateTypes(List.of(type.substring(0, type.indexOf('.'))))
                .eventTypes(List.of(type));
        owner.ifPresent(query::owner);
        try (var events = log.read(query.build())) {
            return events.map(RecordedEvent::aggregateId).toList();
        }
    }

    private static void each(List<String> ids, Consumer<String> removal, Lead lead) {
        ids.forEach(id -> {
            try {
                removal.accept(id);
            } catch (CommandRejected e) {
                if (e.kind() != CommandRejected.Kind.NOT_FOUND) {
                    throw e; // What is gone was removed before, or by us before a crash.
                }
            }
            lead.keep();
        });
    }

    private static String name(Class<? extends Event> event) {
        return EventTypes.of(event).name();
    }
}
