package dev.vesper.eventstore.write.sessionlogout;

import org.jspecify.annotations.Nullable;

/** What may be asked of a session's logouts. */
public sealed interface SessionLogoutCommand {
    /**
     * An app joins the session and wants to be told when it ends.
     *
     * @param backChannelLogoutUri null where it wants no logout tokens
     * @param frontChannelLogoutUri null where it wants no frame
     */
    record Register(
            String oidcSessionId,
            String userId,
            String clientId,
            @Nullable String backChannelLogoutUri,
            @Nullable String frontChannelLogoutUri)
            implements SessionLogoutCommand {}
}
