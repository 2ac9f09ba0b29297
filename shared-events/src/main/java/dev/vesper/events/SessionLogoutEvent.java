package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Which apps must be told when a session ends, and what became of it. Aggregate {@code session_logout}, id: session id. */
public sealed interface SessionLogoutEvent extends Event {

    record BackChannelRegistered(
            @JsonProperty("oidc_session_id") String oidcSessionId,
            @JsonProperty("user_id") String userId,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("back_channel_logout_uri") String backChannelLogoutUri)
            implements SessionLogoutEvent {}

    /** One per session and client; it closes all of the client's registrations. */
    record BackChannelSent(
            @JsonProperty("client_id") String clientId,
            @JsonProperty("oidc_session_id") @Nullable String oidcSessionId) implements SessionLogoutEvent {}

    record BackChannelCanceled(@JsonProperty("client_id") String clientId, String reason)
            implements SessionLogoutEvent {}

    /** The app wants to be loaded in a frame by the browser that signs out (OpenID Connect Front-Channel Logout 1.0, section 2). */
    record FrontChannelRegistered(
            @JsonProperty("oidc_session_id") String oidcSessionId,
            @JsonProperty("user_id") String userId,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("front_channel_logout_uri") String frontChannelLogoutUri)
            implements SessionLogoutEvent {}
}
