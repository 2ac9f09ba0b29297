package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a project. */
sealed interface ProjectCommand {
    record Add(String name) implements ProjectCommand {}

    record Rename(String name) implements ProjectCommand {}

    record Deactivate() implements ProjectCommand {}

    record Reactivate() implements ProjectCommand {}

    record Remove() implements ProjectCommand {}

    /** Of the roles that the project's users may have. */
    sealed interface OfRole extends ProjectCommand {}

    /** All of them or none. */
    record AddRoles(List<Role> roles) implements OfRole {}

    record ChangeRole(Role role) implements OfRole {}

    record RemoveRole(String key) implements OfRole {}

    /** Of an app in the project. */
    sealed interface OfApp extends ProjectCommand {
        String appId();
    }

    /** @param hashedSecret null for a client that has none */
    record AddOidcApp(
            String appId,
            String name,
            String clientId,
            @Nullable String hashedSecret,
            OidcAppConfig config) implements OfApp {}

    /** @param hashedSecret null for a client that has none */
    record AddApiApp(
            String appId,
            String name,
            String clientId,
            @Nullable String hashedSecret,
            String authMethodType) implements OfApp {}

    record ChangeOidcConfig(String appId, OidcAppConfig config) implements OfApp {}

    record ChangeApiConfig(String appId, String authMethodType) implements OfApp {}

    record ChangeSecret(String appId, String hashedSecret) implements OfApp {}

    record RenameApp(String appId, String name) implements OfApp {}

    record DeactivateApp(String appId) implements OfApp {}

    record ReactivateApp(String appId) implements OfApp {}

    record RemoveApp(String appId) implements OfApp {}

    record ChangeLogoutSettings(String appId, LogoutSettings settings) implements OfApp {}
}
