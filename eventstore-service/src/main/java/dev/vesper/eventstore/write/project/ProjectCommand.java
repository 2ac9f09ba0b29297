package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import org.jspecify.annotations.Nullable;

/** What may be asked of a project. */
sealed interface ProjectCommand {
    record Add(String name) implements ProjectCommand {}

    record Remove() implements ProjectCommand {}

    /** @param hashedSecret null for a client that has none */
    record AddOidcApp(
            String appId,
            String name,
            String clientId,
            @Nullable String hashedSecret,
            OidcAppConfig config) implements ProjectCommand {}

    record ChangeOidcConfig(String appId, OidcAppConfig config) implements ProjectCommand {}

    record ChangeSecret(String appId, String hashedSecret) implements ProjectCommand {}

    record RemoveApp(String appId) implements ProjectCommand {}
}
