package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions about a project, its roles and its apps need to know. */
public record ProjectState(Status status, String name, Map<String, App> apps, Map<String, Role> roles) {
    static final ProjectState NONE = new ProjectState(Status.NONE, "", Map.of(), Map.of());

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
        return new ProjectState(now, name, apps, roles);
    }

    ProjectState withName(String now) {
        return new ProjectState(status, now, apps, roles);
    }

    ProjectState with(App app) {
        Map<String, App> all = new HashMap<>(apps);
        all.put(app.appId(), app);
        return new ProjectState(status, name, Map.copyOf(all), roles);
    }

    ProjectState withoutApp(String appId) {
        Map<String, App> all = new HashMap<>(apps);
        all.remove(appId);
        return new ProjectState(status, name, Map.copyOf(all), roles);
    }

    ProjectState with(Role role) {
        Map<String, Role> all = new HashMap<>(roles);
        all.put(role.key(), role);
        return new ProjectState(status, name, apps, Map.copyOf(all));
    }

    ProjectState withoutRole(String key) {
        Map<String, Role> all = new HashMap<>(roles);
        all.remove(key);
        return new ProjectState(status, name, apps, Map.copyOf(all));
    }

    /**
     * A relying party, or an API.
     *
     * @param hashedSecret null for a client that has none
     * @param oidc null until it is configured, and of an API
     * @param apiAuthMethodType null of a relying party
     */
    public record App(
            String appId,
            String name,
            boolean active,
            String clientId,
            @Nullable String hashedSecret,
            @Nullable OidcAppConfig oidc,
            @Nullable String apiAuthMethodType,
            LogoutSettings logout) {
        static App named(String appId, String name) {
            return new App(appId, name, true, "", null, null, null, LogoutSettingsRules.DEFAULT);
        }

        App withName(String now) {
            return new App(appId, now, active, clientId, hashedSecret, oidc, apiAuthMethodType, logout);
        }

        App withActive(boolean now) {
            return new App(appId, name, now, clientId, hashedSecret, oidc, apiAuthMethodType, logout);
        }

        App withSecret(@Nullable String hash) {
            return new App(appId, name, active, clientId, hash, oidc, apiAuthMethodType, logout);
        }

        App withOidc(String client, @Nullable String secret, OidcAppConfig config) {
            return new App(appId, name, active, client, secret, config, null, logout);
        }

        App withApi(String client, @Nullable String secret, String authMethodType) {
            return new App(appId, name, active, client, secret, null, authMethodType, logout);
        }

        App withLogout(LogoutSettings settings) {
            return new App(appId, name, active, clientId, hashedSecret, oidc, apiAuthMethodType, settings);
        }

        /** How it proves itself and what it may ask for; null until it is configured. An API may ask for nothing. */
        public @Nullable OidcAppConfig asClient() {
            return apiAuthMethodType == null ? oidc : ApiAuthMethods.asClient(apiAuthMethodType);
        }

        boolean hasSecret() {
            OidcAppConfig config = asClient();
            return config != null && ProjectDecider.hasSecret(config);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "App[appId=" + appId + ", clientId=" + clientId + "]";
        }
    }
}
