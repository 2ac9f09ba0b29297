package dev.vesper.eventstore.write.session;

import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import java.time.Clock;

/** Handlers for tests. */
public final class TestSessions {
    private TestSessions() {}

    public static SignIn signIn(CommandPipeline pipeline, Passwords passwords, IdSource ids, Clock clock) {
        return new SignIn(pipeline, passwords, ids, clock);
    }

    public static SessionEnding ending(CommandPipeline pipeline) {
        return new SessionEnding(pipeline);
    }
}
