package dev.vesper.eventstore.write.member;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.UserDecider;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives roles to users and takes them back. Each throws {@link CommandRejected}. */
@Singleton
public final class MemberCommands {
    private final CommandPipeline pipeline;

    MemberCommands(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** @param id of the instance, organisation or project */
    public Written add(AdminCaller caller, MemberLevel level, String id, String userId, List<String> roles) {
        return pipeline.change(unit -> {
            var user = unit.load(UserDecider.KIND, caller.instanceId(), userId);
            if (!user.state().isPresent()) {
                throw CommandRejected.notFound("USER_NOT_FOUND", "There is no such user.");
            }
            return decide(unit, caller, level, id, new MemberCommand.Add(caller.instanceId(), userId, roles));
        });
    }

    /** @param roles all that the member is to have */
    public Written change(AdminCaller caller, MemberLevel level, String id, String userId, List<String> roles) {
        return pipeline.change(
                unit -> decide(unit, caller, level, id, new MemberCommand.Change(caller.instanceId(), userId, roles)));
    }

    public Written remove(AdminCaller caller, MemberLevel level, String id, String userId) {
        return pipeline.change(
                unit -> decide(unit, caller, level, id, new MemberCommand.Remove(caller.instanceId(), userId)));
    }

    private static Loaded<?> decide(
            UnitOfWork unit, AdminCaller caller, MemberLevel level, String id, MemberCommand command) {
        Loaded<Members> members = unit.load(level.kind(), caller.instanceId(), id);
        if (!members.exists()) {
            throw CommandRejected.notFound(level.name() + "_NOT_FOUND", "There is nothing of this id.");
        }
        unit.append(members, caller.userId(), MemberDecider.decide(level, command, members.state()));
        return members;
    }
}
