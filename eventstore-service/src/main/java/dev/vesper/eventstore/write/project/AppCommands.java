package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/**
 * What an admin may do with OIDC apps and APIs. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. In a
 * configuration, an empty text or list and an enum's UNSPECIFIED value take the default.
 */
public interface AppCommands {
    AppCreated createOidc(AdminCaller caller, String projectId, String name, OidcAppConfig config);

    /** @param authMethodType as the admin API names it */
    AppCreated createApi(AdminCaller caller, String projectId, String name, String authMethodType);

    /** Replaces the whole configuration. */
    Written updateOidc(AdminCaller caller, String projectId, String appId, OidcAppConfig config);

    Written updateApi(AdminCaller caller, String projectId, String appId, String authMethodType);

    Written rename(AdminCaller caller, String projectId, String appId, String name);

    /** Stops it at once: no sign-in, no token; its part of every session ends. */
    Written deactivate(AdminCaller caller, String projectId, String appId);

    Written reactivate(AdminCaller caller, String projectId, String appId);

    /** Replaces how it is told of logouts, and whom a sign-out that it asks for is about. */
    Written updateLogout(AdminCaller caller, String projectId, String appId, LogoutSettings settings);

    SecretRegenerated regenerateSecret(AdminCaller caller, String projectId, String appId);

    Written remove(AdminCaller caller, String projectId, String appId);

    /** @param clientSecret shown this once; empty for a client that has none */
    record AppCreated(String appId, String clientId, String clientSecret, Written written) {
        @Override
        public String toString() {
            return "AppCreated[appId=" + appId + "]";
        }
    }

    record SecretRegenerated(String clientSecret, Written written) {
        @Override
        public String toString() {
            return "SecretRegenerated[written=" + written + "]";
        }
    }
}
