package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import java.time.Instant;

/** What may be asked of an authorization request. */
public sealed interface AuthRequestCommand {
    record Add(AuthRequestEvent.Added request) implements AuthRequestCommand {}

    /** A signed-in person comes back to the relying party with a code. */
    record IssueCode(AuthRequestEvent.SessionLinked link, String hashedCode, Instant expiresAt)
            implements AuthRequestCommand {}

    record Exchange(String oidcSessionId) implements AuthRequestCommand {}

    /** @param error an OAuth error code */
    record Fail(String error) implements AuthRequestCommand {}
}
