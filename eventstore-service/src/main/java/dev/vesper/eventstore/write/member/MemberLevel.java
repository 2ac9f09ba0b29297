package dev.vesper.eventstore.write.member;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Membership;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.SystemEvent;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.List;
import java.util.Locale;

/** The kinds of aggregates that have members. */
public enum MemberLevel {
    SYSTEM,
    INSTANCE,
    ORG,
    PROJECT;

    @SuppressWarnings("ImmutableEnumChecker") // A record of functions and an empty state.
    private final AggregateKind<Members, Event> kind = AggregateKind.of(
                    name().toLowerCase(Locale.ROOT), Event.class, Members.NONE, MemberLevel::evolve)
            .keptInMemory();

    /** The members alone; what else the aggregate is stands in its own state. */
    public AggregateKind<Members, Event> kind() {
        return kind;
    }

    private static Members evolve(Members members, Event event) {
        return switch (event) {
            case SystemEvent.MemberAdded e -> members.with(systemKey(e.instanceId(), e.userId()), e.roles());
            case SystemEvent.MemberChanged e -> members.with(systemKey(e.instanceId(), e.userId()), e.roles());
            case SystemEvent.MemberRemoved e -> members.with(systemKey(e.instanceId(), e.userId()), e.roles());
            case Membership membership -> members.with(membership.userId(), membership.roles());
            default -> members; // Members do not care what else happens to what they are members of.
        };
    }

    /** The system is above all instances, so its members are named with theirs. */
    String key(String instanceId, String userId) {
        return this == SYSTEM ? systemKey(instanceId, userId) : userId;
    }

    private static String systemKey(String instanceId, String userId) {
        return instanceId + "/" + userId;
    }

    Event added(String instanceId, String userId, List<String> roles) {
        return switch (this) {
            case SYSTEM -> new SystemEvent.MemberAdded(instanceId, userId, roles);
            case INSTANCE -> new InstanceEvent.MemberAdded(userId, roles);
            case ORG -> new OrgEvent.MemberAdded(userId, roles);
            case PROJECT -> new ProjectEvent.MemberAdded(userId, roles);
        };
    }

    Event changed(String instanceId, String userId, List<String> roles) {
        return switch (this) {
            case SYSTEM -> new SystemEvent.MemberChanged(instanceId, userId, roles);
            case INSTANCE -> new InstanceEvent.MemberChanged(userId, roles);
            case ORG -> new OrgEvent.MemberChanged(userId, roles);
            case PROJECT -> new ProjectEvent.MemberChanged(userId, roles);
        };
    }

    Event removed(String instanceId, String userId) {
        return switch (this) {
            case SYSTEM -> new SystemEvent.MemberRemoved(instanceId, userId);
            case INSTANCE -> new InstanceEvent.MemberRemoved(userId);
            case ORG -> new OrgEvent.MemberRemoved(userId);
            case PROJECT -> new ProjectEvent.MemberRemoved(userId);
        };
    }
}
