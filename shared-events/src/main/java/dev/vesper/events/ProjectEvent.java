package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project and its apps. Aggregate {@code project}. */
public sealed interface ProjectEvent extends Event {

    record Added(String name) implements ProjectEvent {}

    record Changed(String name) implements ProjectEvent {}

    record Deactivated() implements ProjectEvent {}

    record Reactivated() implements ProjectEvent {}

    record Removed() implements ProjectEvent {}

    record ApplicationAdded(String appId, String name) implements ProjectEvent {}

    record ApplicationChanged(String appId, String name) implements ProjectEvent {}

    record ApplicationDeactivated(String appId) implements ProjectEvent {}

    record ApplicationReactivated(String appId) implements ProjectEvent {}

    record ApplicationRemoved(String appId) implements ProjectEvent {}

    record OidcConfigAdded(
            String appId,
            @JsonProperty("clientID") String clientId,
            @Secret @Nullable String hashedSecret,
            OidcAppConfig config)
            implements ProjectEvent {}

    /** Carries the whole new configuration. */
    record OidcConfigChanged(
            String appId, @JsonProperty("clientID") String clientId, OidcAppConfig config) implements ProjectEvent {}

    record OidcSecretChanged(String appId, @Secret String hashedSecret) implements ProjectEvent {}

    /** A bulk end: this app's part of every session. */
    record ApplicationSessionsEnded(String appId, String reason) implements ProjectEvent {}

    /** Of a role that the project's users may have. */
    sealed interface OfRole extends ProjectEvent {
        String key();
    }

    /** @param group by which an admin finds roles that belong together */
    record RoleAdded(
            String key, String displayName, @Nullable String group) implements OfRole {}

    record RoleChanged(
            String key, String displayName, @Nullable String group) implements OfRole {}

    record RoleRemoved(String key) implements OfRole {}

    /** Of the configuration of an API, which asks about tokens and is given none. */
    sealed interface OfApi extends ProjectEvent {
        String appId();
    }

    record ApiConfigAdded(
            String appId,
            @JsonProperty("clientID") String clientId,
            @Secret @Nullable String hashedSecret,
            String authMethodType)
            implements OfApi {}

    record ApiConfigChanged(String appId, String authMethodType) implements OfApi {}

    record ApiSecretChanged(String appId, @Secret String hashedSecret) implements OfApi {}

    /** How an app wants to be told of logouts from now on. */
    record LogoutSettingsChanged(String appId, LogoutSettings settings) implements ProjectEvent {}

    /**
     * How an app wants to be told of logouts, and whom a sign-out that it asks for is about. Enum values are the names of the admin
     * API, with their prefix.
     *
     * @param backChannelReasons the ends that it wants to hear of; empty for all
     * @param tellReason whether its logout tokens say why
     */
    record LogoutSettings(
            String backChannelClaims, List<String> backChannelReasons, boolean tellReason, String scope) {}

    /**
     * How a relying party is registered. Enum values are the names of the admin API, with their prefix.
     *
     * @param idTokenSignedResponseAlg JWS algorithm of its ID token and logout token
     */
    record OidcAppConfig(
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            List<String> responseTypes,
            List<String> grantTypes,
            String appType,
            String authMethodType,
            String accessTokenType,
            boolean devMode,
            @JsonProperty("backChannelLogoutURI") @Nullable String backChannelLogoutUri,
            boolean backChannelLogoutSessionRequired,
            @JsonProperty("frontChannelLogoutURI") @Nullable String frontChannelLogoutUri,
            boolean frontChannelLogoutSessionRequired,
            String idTokenSignedResponseAlg) {}

    /** A user has roles for the project. */
    record MemberAdded(String userId, List<String> roles) implements ProjectEvent, Membership {}

    /** @param roles all that the member has from now on */
    record MemberChanged(String userId, List<String> roles) implements ProjectEvent, Membership {}

    record MemberRemoved(String userId) implements ProjectEvent, Membership {
        @Override
        public List<String> roles() {
            return List.of();
        }
    }
}
