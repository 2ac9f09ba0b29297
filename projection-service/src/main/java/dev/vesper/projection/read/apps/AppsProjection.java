package dev.vesper.projection.read.apps;

import dev.vesper.events.Event;
import dev.vesper.events.Membership;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.ApiConfigAdded;
import dev.vesper.events.ProjectEvent.ApiConfigChanged;
import dev.vesper.events.ProjectEvent.ApiSecretChanged;
import dev.vesper.events.ProjectEvent.ApplicationAdded;
import dev.vesper.events.ProjectEvent.ApplicationChanged;
import dev.vesper.events.ProjectEvent.ApplicationDeactivated;
import dev.vesper.events.ProjectEvent.ApplicationReactivated;
import dev.vesper.events.ProjectEvent.ApplicationRemoved;
import dev.vesper.events.ProjectEvent.ApplicationSessionsEnded;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.ProjectEvent.Deactivated;
import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.events.ProjectEvent.LogoutSettingsChanged;
import dev.vesper.events.ProjectEvent.OfApi;
import dev.vesper.events.ProjectEvent.OfRole;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.events.ProjectEvent.OidcConfigAdded;
import dev.vesper.events.ProjectEvent.OidcConfigChanged;
import dev.vesper.events.ProjectEvent.OidcSecretChanged;
import dev.vesper.events.ProjectEvent.Reactivated;
import dev.vesper.events.ProjectEvent.Removed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** Version 7, because its tables are the reference system's {@code apps7}. */
@Singleton
final class AppsProjection implements Projection {
    private static final Sql ADD = Sql.of(AppsProjection.class, "add_app");
    private static final Sql RENAME = Sql.of(AppsProjection.class, "rename_app");
    private static final Sql SET_STATE = Sql.of(AppsProjection.class, "set_state");
    private static final Sql TOUCH = Sql.of(AppsProjection.class, "touch_app");
    private static final Sql REMOVE_OF_PROJECT = Sql.of(AppsProjection.class, "remove_apps_of_project");
    private static final Sql SET_PROJECT_ACTIVE = Sql.of(AppsProjection.class, "set_project_active");
    private static final Sql SET_API_CONFIG = Sql.of(AppsProjection.class, "set_api_config");
    private static final Sql CHANGE_API_CONFIG = Sql.of(AppsProjection.class, "change_api_config");
    private static final Sql SET_OIDC_CONFIG = Sql.of(AppsProjection.class, "set_oidc_config");
    private static final Sql SET_LOGOUT_SETTINGS = Sql.of(AppsProjection.class, "set_logout_settings");

    @Override
    public String name() {
        return "apps";
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("project");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof ProjectEvent project ? reduce(at, project) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, ProjectEvent event) {
        return switch (event) {
            case ApplicationAdded added -> add(at, added);
            case ApplicationChanged changed -> set(RENAME, at, changed.appId(), changed.name());
            case ApplicationDeactivated deactivated -> set(SET_STATE, at, deactivated.appId(), "inactive");
            case ApplicationReactivated reactivated -> set(SET_STATE, at, reactivated.appId(), "active");
            case ApplicationRemoved removed -> set(SET_STATE, at, removed.appId(), "removed");
            case OidcConfigAdded added -> config(at, added.appId(), added.clientId(), added.config());
            case OidcConfigChanged changed -> config(at, changed.appId(), changed.clientId(), changed.config());
            case OidcSecretChanged changed -> all(TOUCH, at, changed.appId());
            case OfApi api -> api(at, api);
            case OfRole _ -> Change.NONE;
            case Membership _ -> Change.NONE;
            case Deactivated _ -> set(SET_PROJECT_ACTIVE, at, at.aggregateId(), false);
            case Reactivated _ -> set(SET_PROJECT_ACTIVE, at, at.aggregateId(), true);
            case Removed _ -> all(REMOVE_OF_PROJECT, at, at.aggregateId());
            case LogoutSettingsChanged changed -> logout(at, changed.appId(), changed.settings());
            case ApplicationSessionsEnded _ -> Change.NONE;
            case Added _ -> Change.NONE;
            case Changed _ -> Change.NONE;
        };
    }

    private static Change api(RecordedEvent at, OfApi event) {
        return switch (event) {
            case ApiConfigAdded added ->
                SET_API_CONFIG.with(
                        at.instanceId(),
                        at.createdAt(),
                        at.sequence(),
                        at.position(),
                        added.appId(),
                        added.clientId(),
                        added.authMethodType());
            case ApiConfigChanged changed -> set(CHANGE_API_CONFIG, at, changed.appId(), changed.authMethodType());
            case ApiSecretChanged changed -> all(TOUCH, at, changed.appId());
        };
    }

    private static Change add(RecordedEvent at, ApplicationAdded added) {
        return ADD.with(
                at.instanceId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                added.appId(),
                at.aggregateId(),
                at.owner(),
                added.name());
    }

    private static Change config(RecordedEvent at, String appId, String clientId, OidcAppConfig config) {
        return SET_OIDC_CONFIG.with(
                at.instanceId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                appId,
                clientId,
                config.redirectUris(),
                config.postLogoutRedirectUris(),
                config.responseTypes(),
                config.grantTypes(),
                config.appType(),
                config.authMethodType(),
                config.accessTokenType(),
                config.devMode(),
                config.backChannelLogoutUri(),
                config.backChannelLogoutSessionRequired(),
                config.frontChannelLogoutUri(),
                config.frontChannelLogoutSessionRequired(),
                config.idTokenSignedResponseAlg());
    }

    private static Change logout(RecordedEvent at, String appId, LogoutSettings settings) {
        return SET_LOGOUT_SETTINGS.with(
                at.instanceId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                appId,
                settings.backChannelClaims(),
                settings.backChannelReasons(),
                settings.tellReason(),
                settings.scope());
    }

    private static Change all(Sql sql, RecordedEvent at, String id) {
        return sql.with(at.instanceId(), at.createdAt(), at.sequence(), at.position(), id);
    }

    private static Change set(Sql sql, RecordedEvent at, String id, Object value) {
        return sql.with(at.instanceId(), at.createdAt(), at.sequence(), at.position(), id, value);
    }
}
