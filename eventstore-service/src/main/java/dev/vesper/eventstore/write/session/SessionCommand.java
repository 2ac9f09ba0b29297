package dev.vesper.eventstore.write.session;

import dev.vesper.events.SessionEvent.UserAgent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a session. */
sealed interface SessionCommand {
    /** A person proved by password who they are. */
    record Begin(UserAgent userAgent, String userId, String userResourceOwner, Instant at) implements SessionCommand {}

    /** The same person proved it again. */
    record CheckAgain(String userResourceOwner, Instant at) implements SessionCommand {}

    /** @param triggerOrigin the public origin at which it was asked for */
    record Terminate(@Nullable String triggerOrigin, String reason) implements SessionCommand {}
}
