package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;

/** Runs an admin's commands on OIDC apps. */
@Singleton
final class AppHandler implements AppCommands {
    private static final String NAMES = "app_name";
    private static final String CLIENT_IDS = "client_id";

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final RandomTokens tokens;

    AppHandler(CommandPipeline pipeline, IdSource ids, RandomTokens tokens) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.tokens = tokens;
    }

    @Override
    public AppCreated createOidc(AdminCaller caller, String projectId, String name, OidcAppConfig config) {
        String appId = ids.next();
        String clientId = new ClientId(appId, projectId).text();
        String secret = ProjectDecider.hasSecret(OidcConfigRules.checked(config)) ? tokens.next() : "";
        String hash = secret.isEmpty() ? null : TokenHash.of(secret);
        Written written = pipeline.change(unit -> {
            var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
            var command = new ProjectCommand.AddOidcApp(appId, name, clientId, hash, config);
            unit.append(project, caller.userId(), ProjectDecider.decide(command, project.state()));
            claim(unit, project.id(), name, clientId);
            return project;
        });
        return new AppCreated(appId, clientId, secret, written);
    }

    @Override
    public Written updateOidc(AdminCaller caller, String projectId, String appId, OidcAppConfig config) {
        return pipeline.change(
                unit -> decide(unit, caller, projectId, new ProjectCommand.ChangeOidcConfig(appId, config)));
    }

    @Override
    public SecretRegenerated regenerateSecret(AdminCaller caller, String projectId, String appId) {
        String secret = tokens.next();
        var command = new ProjectCommand.ChangeSecret(appId, TokenHash.of(secret));
        return new SecretRegenerated(secret, pipeline.change(unit -> decide(unit, caller, projectId, command)));
    }

    @Override
    public Written remove(AdminCaller caller, String projectId, String appId) {
        Outcome<Loaded<ProjectState>> outcome = pipeline.execute(unit -> {
            var project = decide(unit, caller, projectId, new ProjectCommand.RemoveApp(appId));
            release(unit, project.id(), ProjectDecider.app(project.state(), appId));
            return project;
        });
        return outcome.written(outcome.result());
    }

    private static Loaded<ProjectState> decide(
            UnitOfWork unit, AdminCaller caller, String projectId, ProjectCommand command) {
        var project = unit.load(ProjectDecider.KIND, caller.instanceId(), projectId);
        unit.append(project, caller.userId(), ProjectDecider.decide(command, project.state()));
        return project;
    }

    private static void claim(UnitOfWork unit, AggregateId project, String name, String clientId) {
        unit.claim(
                project.instanceId(),
                NAMES,
                nameField(project, name),
                CommandRejected.alreadyExists("APP_NAME_TAKEN", "The project has an app of this name."));
        unit.claim(
                project.instanceId(),
                CLIENT_IDS,
                clientId,
                CommandRejected.alreadyExists("CLIENT_ID_TAKEN", "Another app has this client id."));
    }

    static void release(UnitOfWork unit, AggregateId project, ProjectState.App app) {
        unit.release(project.instanceId(), NAMES, nameField(project, app.name()));
        unit.release(project.instanceId(), CLIENT_IDS, app.clientId());
    }

    private static String nameField(AggregateId project, String name) {
        return project.id() + ":" + name.strip();
    }
}
