package dev.vesper.eventstore.write.user;

import dev.vesper.events.EndReason;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;

/** Logs a person out on all devices, because they asked for it. */
@Singleton
public final class UserSessions {
    private final CommandPipeline pipeline;

    UserSessions(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Counts at once for every session that began before; each then ends with its own event.
     *
     * @throws dev.vesper.eventstore.write.CommandRejected for an unknown user
     */
    public Written end(String instanceId, String userId, EndReason reason, String creator) {
        return pipeline.change(unit -> {
            var user = unit.load(UserDecider.KIND, instanceId, userId);
            var command = new UserCommand.EndSessions(reason.wireName());
            unit.append(user, creator, UserDecider.decide(command, user.state()));
            return user;
        });
    }
}
