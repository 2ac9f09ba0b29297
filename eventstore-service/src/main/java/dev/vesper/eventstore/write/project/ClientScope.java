package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.Subjects;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.OrgState;
import dev.vesper.eventstore.write.project.ProjectState.App;
import java.util.Optional;
import java.util.stream.Stream;

/** An OIDC client with all that it stands on. */
public record ClientScope(Loaded<ProjectState> project, Loaded<OrgState> org, App app, OidcAppConfig config) {

    /** @return empty for a client that does not exist */
    public static Optional<ClientScope> load(Loader loader, String instanceId, String clientId) {
        return ClientId.parse(clientId).flatMap(id -> load(loader, instanceId, id));
    }

    private static Optional<ClientScope> load(Loader loader, String instanceId, ClientId id) {
        var project = loader.load(ProjectDecider.KIND, instanceId, id.projectId());
        Optional<App> app =
                project.state().app(id.appId()).filter(found -> found.clientId().equals(id.text()));
        if (app.isEmpty()) {
            return Optional.empty();
        }
        OidcAppConfig config = app.get().asClient();
        if (config == null) {
            return Optional.empty();
        }
        var org = loader.load(OrgDecider.KIND, instanceId, project.owner());
        return Optional.of(new ClientScope(project, org, app.get(), config));
    }

    public boolean isActive() {
        return project.state().isActive() && app.active() && org.state().active();
    }

    /**
     * The push is refused when the client changes before it, or something that it stands on ended since.
     *
     * @param since the position of the session's first event
     */
    public void requireNotEnded(UnitOfWork unit, long since) {
        unit.hold(project);
        unit.hold(org);
        unit.requireNotEnded(Subjects.app(instanceId(), app.appId()), since);
        unit.requireNotEnded(Subjects.project(instanceId(), projectId()), since);
        unit.requireNotEnded(Subjects.org(instanceId(), org.id().id()), since);
    }

    /** Why nothing that was granted in a session that began then is good any more; empty while it is. */
    public Optional<String> endedSince(long since) {
        return Stream.of(
                        project.endedSince(Subjects.app(instanceId(), app.appId()), since),
                        project.endedSince(Subjects.project(instanceId(), projectId()), since),
                        org.endedSince(Subjects.org(instanceId(), org.id().id()), since))
                .flatMap(Optional::stream)
                .findFirst();
    }

    public boolean allows(String grantType) {
        return config.grantTypes().contains(grantType);
    }

    public String projectId() {
        return project.id().id();
    }

    private String instanceId() {
        return project.id().instanceId();
    }
}
