package dev.vesper.eventstore.write.session;

import dev.vesper.events.EndReason;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Ends sessions, one at a time. */
@Singleton
public final class SessionEnding implements SessionAdminCommands {
    private final CommandPipeline pipeline;

    SessionEnding(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Ends a session. An ended one: a success that writes nothing.
     *
     * @param triggerOrigin the public origin at which it was asked for; null when none was
     * @param creator the user or service that asks
     */
    public Written end(
            String instanceId, String sessionId, EndReason reason, @Nullable String triggerOrigin, String creator) {
        var command = new SessionCommand.Terminate(triggerOrigin, reason.wireName());
        return pipeline.change(unit -> {
            var session = unit.load(SessionDecider.KIND, instanceId, sessionId);
            unit.append(session, creator, SessionDecider.decide(command, session.state()));
            return session;
        });
    }

    @Override
    public Written terminate(AdminCaller caller, String sessionId) {
        return end(caller.instanceId(), sessionId, EndReason.ADMIN, null, caller.userId());
    }
}
