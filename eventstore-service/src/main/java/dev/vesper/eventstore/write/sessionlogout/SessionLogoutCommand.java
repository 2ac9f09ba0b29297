package dev.vesper.eventstore.write.sessionlogout;

/** What may be asked of a session's logouts. */
public sealed interface SessionLogoutCommand {
    /** An app joins the session and wants to be told when it ends. */
    record Register(String oidcSessionId, String userId, String clientId, String backChannelLogoutUri)
            implements SessionLogoutCommand {}
}
