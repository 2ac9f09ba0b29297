package dev.vesper.eventstore.setup;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.member.MemberCommand;
import dev.vesper.eventstore.write.member.MemberDecider;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.member.Role;
import dev.vesper.eventstore.write.system.SystemDecider;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Step 1 of those that bring an installation up to date: the admin whom the first start made owns the first instance and
 * the system. It is for new installations and for those from before there were roles, and runs once: an instance that
 * ever had a member, gone or not, is left as it is.
 */
@Singleton
final class AdminIsOwner {
    private static final Logger LOG = Logger.getLogger(AdminIsOwner.class);
    private static final String CREATOR = "setup";
    private static final String SYSTEM_INSTANCE = "";

    private final CommandPipeline pipeline;
    private final EventLog log;

    AdminIsOwner(CommandPipeline pipeline, EventLog log) {
        this.pipeline = pipeline;
        this.log = log;
    }

    void run() {
        try {
            if (isDue()) {
                firstAdmin().forEach(this::own);
            }
        } catch (LogUnavailable unrepaired) {
            LOG.warnf("Nobody was made owner yet; the next start does it: %s", unrepaired.getMessage());
        }
    }

    private boolean isDue() {
        var members = pipeline.aggregates().load(MemberLevel.INSTANCE.kind(), FirstInstance.ID, FirstInstance.ID);
        return members.exists() && !members.state().touched();
    }

    private List<String> firstAdmin() {
        var made = LogQuery.builder()
                .instance(FirstInstance.ID)
                .eventTypes(List.of("user.human.added"))
                .creator(CREATOR)
                .limit(1)
                .build();
        return log.read(made).map(RecordedEvent::aggregateId).toList();
    }

    private void own(String userId) {
        pipeline.execute(unit -> {
            var instance = unit.load(MemberLevel.INSTANCE.kind(), FirstInstance.ID, FirstInstance.ID);
            if (!instance.state().touched()) {
                unit.append(instance, CREATOR, ofInstance(unit, userId));
                ofSystem(unit, userId);
            }
            return userId;
        });
    }

    static List<Event> ofInstance(UnitOfWork unit, String userId) {
        var members = unit.load(MemberLevel.INSTANCE.kind(), FirstInstance.ID, FirstInstance.ID);
        return MemberDecider.decide(MemberLevel.INSTANCE, with(userId, Role.IAM_OWNER), members.state());
    }

    static void ofSystem(UnitOfWork unit, String userId) {
        var members = unit.load(MemberLevel.SYSTEM.kind(), SYSTEM_INSTANCE, SystemDecider.ID);
        unit.append(
                members.id(),
                SystemDecider.ID,
                CREATOR,
                Expectation.exactly(members.sequence()),
                MemberDecider.decide(MemberLevel.SYSTEM, with(userId, Role.SYSTEM_OWNER), members.state()));
    }

    private static MemberCommand with(String userId, Role role) {
        return new MemberCommand.Add(FirstInstance.ID, userId, List.of(role.name()));
    }
}
