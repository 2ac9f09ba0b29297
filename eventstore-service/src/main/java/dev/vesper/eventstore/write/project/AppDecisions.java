package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.project.ProjectState.App;
import java.util.List;

/** Decides about the apps of a project. */
final class AppDecisions {
    private AppDecisions() {}

    static List<ProjectEvent> decide(ProjectCommand.OfApp command, ProjectState state) {
        return switch (command) {
            case ProjectCommand.AddOidcApp add -> addOidc(add, state);
            case ProjectCommand.AddApiApp add -> addApi(add, state);
            case ProjectCommand.ChangeOidcConfig change -> changeOidc(change, app(state, change.appId()));
            case ProjectCommand.ChangeApiConfig change -> changeApi(change, app(state, change.appId()));
            case ProjectCommand.ChangeSecret change -> changeSecret(change, app(state, change.appId()));
            case ProjectCommand.RenameApp rename -> rename(rename, app(state, rename.appId()));
            case ProjectCommand.DeactivateApp deactivate ->
                app(state, deactivate.appId()).active()
                        ? List.of(new ProjectEvent.ApplicationDeactivated(deactivate.appId()))
                        : List.of();
            case ProjectCommand.ReactivateApp reactivate ->
                app(state, reactivate.appId()).active()
                        ? List.of()
                        : List.of(new ProjectEvent.ApplicationReactivated(reactivate.appId()));
            case ProjectCommand.RemoveApp remove -> {
                app(state, remove.appId());
                yield List.of(new ProjectEvent.ApplicationRemoved(remove.appId()));
            }
            case ProjectCommand.ChangeLogoutSettings change -> changeLogout(change, app(state, change.appId()));
        };
    }

    static App app(ProjectState state, String appId) {
        return state.app(appId)
                .orElseThrow(() -> CommandRejected.notFound("APP_NOT_FOUND", "There is no such app in the project."));
    }

    private static List<ProjectEvent> addOidc(ProjectCommand.AddOidcApp add, ProjectState state) {
        if (state.app(add.appId()).isPresent()) {
            return List.of();
        }
        return List.of(
                new ProjectEvent.ApplicationAdded(add.appId(), ProjectDecider.checkedName(add.name())),
                new ProjectEvent.OidcConfigAdded(
                        add.appId(), add.clientId(), add.hashedSecret(), OidcConfigRules.checked(add.config())));
    }

    private static List<ProjectEvent> addApi(ProjectCommand.AddApiApp add, ProjectState state) {
        if (state.app(add.appId()).isPresent()) {
            return List.of();
        }
        return List.of(
                new ProjectEvent.ApplicationAdded(add.appId(), ProjectDecider.checkedName(add.name())),
                new ProjectEvent.ApiConfigAdded(
                        add.appId(), add.clientId(), add.hashedSecret(), ApiAuthMethods.checked(add.authMethodType())));
    }

    private static List<ProjectEvent> changeOidc(ProjectCommand.ChangeOidcConfig change, App app) {
        if (app.apiAuthMethodType() != null) {
            throw CommandRejected.failedPrecondition(
                    "APP_IS_AN_API", "The app is an API; it has no OIDC configuration.");
        }
        OidcAppConfig config = OidcConfigRules.checked(change.config());
        return config.equals(app.oidc())
                ? List.of()
                : List.of(new ProjectEvent.OidcConfigChanged(app.appId(), app.clientId(), config));
    }

    private static List<ProjectEvent> changeApi(ProjectCommand.ChangeApiConfig change, App app) {
        if (app.apiAuthMethodType() == null) {
            throw CommandRejected.failedPrecondition("APP_IS_NO_API", "The app is no API.");
        }
        String method = ApiAuthMethods.checked(change.authMethodType());
        return method.equals(app.apiAuthMethodType())
                ? List.of()
                : List.of(new ProjectEvent.ApiConfigChanged(app.appId(), method));
    }

    private static List<ProjectEvent> changeSecret(ProjectCommand.ChangeSecret change, App app) {
        if (!app.hasSecret()) {
            throw CommandRejected.failedPrecondition(
                    "APP_HAS_NO_SECRET", "An app with this authentication method has no client secret.");
        }
        return List.of(
                app.apiAuthMethodType() == null
                        ? new ProjectEvent.OidcSecretChanged(app.appId(), change.hashedSecret())
                        : new ProjectEvent.ApiSecretChanged(app.appId(), change.hashedSecret()));
    }

    private static List<ProjectEvent> changeLogout(ProjectCommand.ChangeLogoutSettings change, App app) {
        if (app.oidc() == null) {
            throw CommandRejected.failedPrecondition("APP_IS_AN_API", "The app is an API; nobody signs in to it.");
        }
        var settings = LogoutSettingsRules.checked(change.settings());
        return settings.equals(app.logout())
                ? List.of()
                : List.of(new ProjectEvent.LogoutSettingsChanged(app.appId(), settings));
    }

    private static List<ProjectEvent> rename(ProjectCommand.RenameApp rename, App app) {
        String name = ProjectDecider.checkedName(rename.name());
        return name.equals(app.name()) ? List.of() : List.of(new ProjectEvent.ApplicationChanged(app.appId(), name));
    }
}
