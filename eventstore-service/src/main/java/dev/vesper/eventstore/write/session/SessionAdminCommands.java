package dev.vesper.eventstore.write.session;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/** What an admin may do with one session. Throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface SessionAdminCommands {
    /** Ends it with the reason {@code admin}. An ended session: a success that writes nothing. */
    Written terminate(AdminCaller caller, String sessionId);
}
