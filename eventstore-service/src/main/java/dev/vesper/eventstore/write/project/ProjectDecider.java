package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.project.ProjectState.App;
import dev.vesper.eventstore.write.project.ProjectState.Status;
import java.util.List;
import java.util.function.UnaryOperator;

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
            case ProjectCommand.Remove _ -> List.of(new ProjectEvent.Removed());
            case ProjectCommand.AddOidcApp add -> addApp(add, state);
            case ProjectCommand.ChangeOidcConfig change -> changeConfig(change, state);
            case ProjectCommand.ChangeSecret change -> changeSecret(change, state);
            case ProjectCommand.RemoveApp remove -> {
                app(state, remove.appId());
                yield List.of(new ProjectEvent.ApplicationRemoved(remove.appId()));
            }
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
            case ProjectEvent.ApplicationAdded e -> state.with(new App(e.appId(), e.name(), true, "", null, null));
            case ProjectEvent.ApplicationChanged e -> change(state, e.appId(), app -> app.withName(e.name()));
            case ProjectEvent.ApplicationDeactivated e -> change(state, e.appId(), app -> app.withActive(false));
            case ProjectEvent.ApplicationReactivated e -> change(state, e.appId(), app -> app.withActive(true));
            case ProjectEvent.ApplicationRemoved e -> state.withoutApp(e.appId());
            case ProjectEvent.OidcConfigAdded e ->
                change(state, e.appId(), app -> app.withOidc(e.clientId(), e.hashedSecret(), e.config()));
            case ProjectEvent.OidcConfigChanged e ->
                change(state, e.appId(), app -> app.withOidc(app.clientId(), app.hashedSecret(), e.config()));
            case ProjectEvent.OidcSecretChanged e ->
                change(
                        state,
                        e.appId(),
                        app -> new App(
                                app.appId(), app.name(), app.active(), app.clientId(), e.hashedSecret(), app.oidc()));
            case ProjectEvent.ApplicationSessionsEnded _ -> state;
        };
    }

    static App app(ProjectState state, String appId) {
        return state.app(appId)
                .orElseThrow(() -> CommandRejected.notFound("APP_NOT_FOUND", "There is no such app in the project."));
    }

    /** Whether a client of this configuration authenticates with a secret. */
    static boolean hasSecret(OidcAppConfig config) {
        return config.authMethodType().equals("AUTH_METHOD_TYPE_BASIC")
                || config.authMethodType().equals("AUTH_METHOD_TYPE_POST");
    }

    private static List<ProjectEvent> addApp(ProjectCommand.AddOidcApp add, ProjectState state) {
        if (state.app(add.appId()).isPresent()) {
            return List.of();
        }
        return List.of(
                new ProjectEvent.ApplicationAdded(add.appId(), checkedName(add.name())),
                new ProjectEvent.OidcConfigAdded(
                        add.appId(), add.clientId(), add.hashedSecret(), OidcConfigRules.checked(add.config())));
    }

    private static List<ProjectEvent> changeConfig(ProjectCommand.ChangeOidcConfig change, ProjectState state) {
        App app = app(state, change.appId());
        OidcAppConfig config = OidcConfigRules.checked(change.config());
        return config.equals(app.oidc())
                ? List.of()
                : List.of(new ProjectEvent.OidcConfigChanged(app.appId(), app.clientId(), config));
    }

    private static List<ProjectEvent> changeSecret(ProjectCommand.ChangeSecret change, ProjectState state) {
        App app = app(state, change.appId());
        OidcAppConfig config = app.oidc();
        if (config == null || !hasSecret(config)) {
            throw CommandRejected.failedPrecondition(
                    "APP_HAS_NO_SECRET", "An app with this authentication method has no client secret.");
        }
        return List.of(new ProjectEvent.OidcSecretChanged(app.appId(), change.hashedSecret()));
    }

    private static ProjectState change(ProjectState state, String appId, UnaryOperator<App> change) {
        return state.app(appId).map(app -> state.with(change.apply(app))).orElse(state);
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
            throw CommandRejected.invalid("INVALID_NAME", "name", "name must have 1 to " + MAX_NAME + " characters.");
        }
        return stripped;
    }
}
