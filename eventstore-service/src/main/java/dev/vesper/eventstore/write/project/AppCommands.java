package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/**
 * What an admin may do with OIDC apps. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. In a
 * configuration, an empty text or list and an enum's UNSPECIFIED value take the default.
 */
public interface AppCommands {
    AppCreated createOidc(AdminCaller caller, String projectId, String name, OidcAppConfig config);

    /** Replaces the whole configuration. */
    Written updateOidc(AdminCaller caller, String projectId, String appId, OidcAppConfig config);

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
