package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.webkey.SigningAlgorithms;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Runs an admin's commands on OIDC apps and APIs. */
@Singleton
final class AppHandler implements AppCommands {
    private static final String NAMES = "app_name";
    private static final String CLIENT_IDS = "client_id";

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final RandomTokens tokens;
    private final SigningAlgorithms algorithms;

    AppHandler(CommandPipeline pipeline, IdSource ids, RandomTokens tokens, SigningAlgorithms algorithms) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.tokens = tokens;
        this.algorithms = algorithms;
    }

    @Override
    public AppCreated createOidc(AdminCaller caller, String projectId, String name, OidcAppConfig asked) {
        OidcAppConfig config = IdTokenAlgorithm.chosen(asked, algorithms.active(caller.instanceId()));
        NewClient client = newClient(projectId, OidcConfigRules.checked(config));
        return create(
                caller,
                projectId,
                client,
                new ProjectCommand.AddOidcApp(client.appId(), name, client.clientId(), client.hash(), config),
                name);
    }

    @Override
    public AppCreated createApi(AdminCaller caller, String projectId, String name, String authMethodType) {
        NewClient client = newClient(projectId, ApiAuthMethods.asClient(ApiAuthMethods.checked(authMethodType)));
        return create(
                caller,
                projectId,
                client,
                new ProjectCommand.AddApiApp(client.appId(), name, client.clientId(), client.hash(), authMethodType),
                name);
    }

    @Override
    public Written updateOidc(AdminCaller caller, String projectId, String appId, OidcAppConfig asked) {
        OidcAppConfig config = IdTokenAlgorithm.chosen(asked, algorithms.active(caller.instanceId()));
        return change(caller, projectId, new ProjectCommand.ChangeOidcConfig(appId, config));
    }

    @Override
    public Written updateApi(AdminCaller caller, String projectId, String appId, String authMethodType) {
        return change(caller, projectId, new ProjectCommand.ChangeApiConfig(appId, authMethodType));
    }

    @Override
    public Written rename(AdminCaller caller, String projectId, String appId, String name) {
        return pipeline.change(unit -> {
            var project = decide(unit, caller, projectId, new ProjectCommand.RenameApp(appId, name));
            String before = AppDecisions.app(project.state(), appId).name();
            if (!before.equalsIgnoreCase(name.strip())) {
                claimName(unit, project.id(), name);
                unit.release(caller.instanceId(), NAMES, nameField(project.id(), before));
            }
            return project;
        });
    }

    @Override
    public Written deactivate(AdminCaller caller, String projectId, String appId) {
        return change(caller, projectId, new ProjectCommand.DeactivateApp(appId));
    }

    @Override
    public Written reactivate(AdminCaller caller, String projectId, String appId) {
        return change(caller, projectId, new ProjectCommand.ReactivateApp(appId));
    }

    @Override
    public Written updateLogout(AdminCaller caller, String projectId, String appId, LogoutSettings settings) {
        return change(caller, projectId, new ProjectCommand.ChangeLogoutSettings(appId, settings));
    }

    @Override
    public SecretRegenerated regenerateSecret(AdminCaller caller, String projectId, String appId) {
        String secret = tokens.next();
        var command = new ProjectCommand.ChangeSecret(appId, TokenHash.of(secret));
        return new SecretRegenerated(secret, change(caller, projectId, command));
    }

    @Override
    public Written remove(AdminCaller caller, String projectId, String appId) {
        return pipeline.change(unit -> {
            var project = decide(unit, caller, projectId, new ProjectCommand.RemoveApp(appId));
            release(unit, project.id(), AppDecisions.app(project.state(), appId));
            return project;
        });
    }

    private NewClient newClient(String projectId, OidcAppConfig config) {
        String appId = ids.next();
        return new NewClient(
                appId, new ClientId(appId, projectId).text(), ProjectDecider.hasSecret(config) ? tokens.next() : "");
    }

    private AppCreated create(
            AdminCaller caller, String projectId, NewClient client, ProjectCommand command, String name) {
        Written written = pipeline.change(unit -> {
            var project = decide(unit, caller, projectId, command);
            claimName(unit, project.id(), name);
            unit.claim(
                    caller.instanceId(),
                    CLIENT_IDS,
                    client.clientId(),
                    CommandRejected.alreadyExists("CLIENT_ID_TAKEN", "Another app has this client id."));
            return project;
        });
        return new AppCreated(client.appId(), client.clientId(), client.secret(), written);
    }

    private Written change(AdminCaller caller, String projectId, ProjectCommand command) {
        return pipeline.change(unit -> decide(unit, caller, projectId, command));
    }

    private static Loaded<ProjectState> decide(
            UnitOfWork unit, AdminCaller caller, String projectId, ProjectCommand command) {
        var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
        unit.append(project, caller.userId(), ProjectDecider.decide(command, project.state()));
        return project;
    }

    private static void claimName(UnitOfWork unit, AggregateId project, String name) {
        unit.claim(
                project.instanceId(),
                NAMES,
                nameField(project, name),
                CommandRejected.alreadyExists("APP_NAME_TAKEN", "The project has an app of this name."));
    }

    static void release(UnitOfWork unit, AggregateId project, ProjectState.App app) {
        unit.release(project.instanceId(), NAMES, nameField(project, app.name()));
        unit.release(project.instanceId(), CLIENT_IDS, app.clientId());
    }

    private static String nameField(AggregateId project, String name) {
        return project.id() + ":" + name.strip();
    }

    /** @param secret empty for a client that has none */
    private record NewClient(String appId, String clientId, String secret) {
        @Nullable
        String hash() {
            return secret.isEmpty() ? null : TokenHash.of(secret);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "NewClient[clientId=" + clientId + "]";
        }
    }
}
