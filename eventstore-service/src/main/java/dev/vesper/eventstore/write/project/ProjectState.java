package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions about a project and its apps need to know. */
public record ProjectState(Status status, String name, Map<String, App> apps) {
    static final ProjectState NONE = new ProjectState(Status.NONE, "", Map.of());

    enum Status {
        NONE,
        ACTIVE,
        INACTIVE,
        REMOVED
    }

    public boolean isPresent() {
        return status == Status.ACTIVE || status == Status.INACTIVE;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public Optional<App> app(String appId) {
        return Optional.ofNullable(apps.get(appId));
    }

    ProjectState withStatus(Status now) {
        return new ProjectState(now, name, apps);
    }

    ProjectState withName(String now) {
        return new ProjectState(status, now, apps);
    }

    ProjectState with(App app) {
        Map<String, App> all = new HashMap<>(apps);
        all.put(app.appId(), app);
        return new ProjectState(status, name, Map.copyOf(all));
    }

    ProjectState withoutApp(String appId) {
        Map<String, App> all = new HashMap<>(apps);
        all.remove(appId);
        return new ProjectState(status, name, Map.copyOf(all));
    }

    /**
     * A relying party.
     *
     * @param hashedSecret null for a client that has none
     * @param oidc null until it is configured
     */
    public record App(
            String appId,
            String name,
            boolean active,
            String clientId,
            @Nullable String hashedSecret,
            @Nullable OidcAppConfig oidc) {
        App withName(String now) {
            return new App(appId, now, active, clientId, hashedSecret, oidc);
        }

        App withActive(boolean now) {
            return new App(appId, name, now, clientId, hashedSecret, oidc);
        }

        App withOidc(String client, @Nullable String secret, OidcAppConfig config) {
            return new App(appId, name, active, client, secret, config);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "App[appId=" + appId + ", clientId=" + clientId + "]";
        }
    }
}
