package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an authorization request need to know.
 *
 * @param request what the relying party asked; null before it did
 * @param link whose sign-in it became; null before
 * @param code what may be exchanged; null before
 * @param oidcSessionId what the code was exchanged for; null before
 */
public record AuthRequestState(
        AuthRequestEvent.@Nullable Added request,
        AuthRequestEvent.@Nullable SessionLinked link,
        AuthRequestEvent.@Nullable CodeAdded code,
        @Nullable String oidcSessionId,
        boolean failed) {
    static final AuthRequestState NONE = new AuthRequestState(null, null, null, null, false);

    /** Asked, and neither answered by a code nor by an error. */
    boolean isOpen() {
        return request != null && code == null && !failed;
    }
}
