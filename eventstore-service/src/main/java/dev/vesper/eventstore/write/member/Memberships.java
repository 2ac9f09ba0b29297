package dev.vesper.eventstore.write.member;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.system.SystemDecider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the log itself who has which role, so that a removed member has none from that moment on. */
@Singleton
public final class Memberships {
    private final Aggregates aggregates;
    private final EventLog log;

    Memberships(Aggregates aggregates, EventLog log) {
        this.aggregates = aggregates;
        this.log = log;
    }

    /** @param id of the instance, organisation or project */
    public List<String> roles(MemberLevel level, String instanceId, String id, String userId) {
        var members = level == MemberLevel.SYSTEM
                ? aggregates.load(level.kind(), "", SystemDecider.ID)
                : aggregates.load(level.kind(), instanceId, id);
        return members.state().rolesOf(level.key(instanceId, userId));
    }

    /** Where the user was ever made a member; whether they still are, {@link #roles} says. */
    public Set<String> candidates(MemberLevel level, String instanceId, String userId) {
        var added = LogQuery.builder()
                .instance(instanceId)
                .eventTypes(List.of(level.kind().type() + ".member.added"))
                .payloadContains("{\"userId\":\"" + userId + "\"}")
                .build();
        return log.read(added).map(RecordedEvent::aggregateId).collect(Collectors.toUnmodifiableSet());
    }
}
