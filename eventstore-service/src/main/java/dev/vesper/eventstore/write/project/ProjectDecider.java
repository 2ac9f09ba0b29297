package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.project.ProjectState.App;
import dev.vesper.eventstore.write.project.ProjectState.Status;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides about one project and the apps in it. */
public final class ProjectDecider {
    public static final AggregateKind<ProjectState, ProjectEvent> KIND = AggregateKind.of(
                    "project", ProjectEvent.class, initialState(), ProjectDecider::evolve)
            .keptInMemory();

    private static final int MAX_NAME = 200;

    private ProjectDecider() {}

    public static ProjectState initialState() {
        return ProjectState.NONE;
    }

    static List<ProjectEvent> decide(ProjectCommand command, ProjectState state) {
        if (command instanceof ProjectCommand.Add add) {
            return state.isPresent() ? List.of() : List.of(new ProjectEvent.Added(checkedName(add.name())));
        }
        if (!state.isPresent()) {
            throw CommandRejected.notFound("PROJECT_NOT_FOUND", "There is no such project.");
        }
        return switch (command) {
            case ProjectCommand.Add _ -> List.of();
            case ProjectCommand.Rename rename -> rename(rename, state);
            case ProjectCommand.Deactivate _ -> state.isActive() ? List.of(new ProjectEvent.Deactivated()) : List.of();
            case ProjectCommand.Reactivate _ -> state.isActive() ? List.of() : List.of(new ProjectEvent.Reactivated());
            case ProjectCommand.Remove _ -> List.of(new ProjectEvent.Removed());
            case ProjectCommand.OfRole role -> RoleDecisions.decide(role, state);
            case ProjectCommand.OfApp app -> AppDecisions.decide(app, state);
        };
    }

    public static ProjectState evolve(ProjectState state, ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.Added added ->
                ProjectState.NONE.withStatus(Status.ACTIVE).withName(added.name());
            case ProjectEvent.Changed changed -> state.withName(changed.name());
            case ProjectEvent.Deactivated _ -> state.withStatus(Status.INACTIVE);
            case ProjectEvent.Reactivated _ -> state.withStatus(Status.ACTIVE);
            case ProjectEvent.Removed _ -> ProjectState.NONE.withStatus(Status.REMOVED);
            case ProjectEvent.OfRole role -> evolve(state, role);
            case ProjectEvent.ApplicationAdded e -> state.with(App.named(e.appId(), e.name()));
            case ProjectEvent.ApplicationChanged e -> change(state, e.appId(), app -> app.withName(e.name()));
            case ProjectEvent.ApplicationDeactivated e -> change(state, e.appId(), app -> app.withActive(false));
            case ProjectEvent.ApplicationReactivated e -> change(state, e.appId(), app -> app.withActive(true));
            case ProjectEvent.ApplicationRemoved e -> state.withoutApp(e.appId());
            case ProjectEvent.OidcConfigAdded e ->
                change(state, e.appId(), app -> app.withOidc(e.clientId(), e.hashedSecret(), e.config()));
            case ProjectEvent.OidcConfigChanged e ->
                change(state, e.appId(), app -> app.withOidc(app.clientId(), app.hashedSecret(), e.config()));
            case ProjectEvent.OidcSecretChanged e -> change(state, e.appId(), app -> app.withSecret(e.hashedSecret()));
            case ProjectEvent.OfApi api -> change(state, api.appId(), app -> evolve(app, api));
            case ProjectEvent.LogoutSettingsChanged e -> change(state, e.appId(), app -> app.withLogout(e.settings()));
            case ProjectEvent.ApplicationSessionsEnded _ -> state;
            // Who may do what is folded apart, in write/member.
            case ProjectEvent.MemberAdded _, ProjectEvent.MemberChanged _, ProjectEvent.MemberRemoved _ -> state;
        };
    }

    private static ProjectState evolve(ProjectState state, ProjectEvent.OfRole event) {
        return switch (event) {
            case ProjectEvent.RoleAdded e -> state.with(role(e.key(), e.displayName(), e.group()));
            case ProjectEvent.RoleChanged e -> state.with(role(e.key(), e.displayName(), e.group()));
            case ProjectEvent.RoleRemoved e -> state.withoutRole(e.key());
        };
    }

    private static Role role(String key, String displayName, @Nullable String group) {
        return new Role(key, displayName, group == null ? "" : group);
    }

    private static App evolve(App app, ProjectEvent.OfApi event) {
        return switch (event) {
            case ProjectEvent.ApiConfigAdded e -> app.withApi(e.clientId(), e.hashedSecret(), e.authMethodType());
            case ProjectEvent.ApiConfigChanged e -> app.withApi(app.clientId(), app.hashedSecret(), e.authMethodType());
            case ProjectEvent.ApiSecretChanged e -> app.withSecret(e.hashedSecret());
        };
    }

    private static List<ProjectEvent> rename(ProjectCommand.Rename rename, ProjectState state) {
        String name = checkedName(rename.name());
        return name.equals(state.name()) ? List.of() : List.of(new ProjectEvent.Changed(name));
    }

    /** Whether a client of this configuration authenticates with a secret. */
    static boolean hasSecret(OidcAppConfig config) {
        return config.authMethodType().equals("AUTH_METHOD_TYPE_BASIC")
                || config.authMethodType().equals("AUTH_METHOD_TYPE_POST");
    }

    private static ProjectState change(ProjectState state, String appId, UnaryOperator<App> change) {
        return state.app(appId).map(app -> state.with(change.apply(app))).orElse(state);
    }

    static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
            throw CommandRejected.invalid("INVALID_NAME", "name", "name must have 1 to " + MAX_NAME + " characters.");
        }
        return stripped;
    }
}
