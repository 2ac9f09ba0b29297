package dev.vesper.projection.read.apps;

import dev.vesper.projection.answer.Rows;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.ApiAuthMethodType;
import dev.vesper.proto.admin.v1.ApiConfig;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.AppState;
import dev.vesper.proto.admin.v1.AppType;
import dev.vesper.proto.admin.v1.AuthMethodType;
import dev.vesper.proto.admin.v1.BackChannelLogoutClaims;
import dev.vesper.proto.admin.v1.GrantType;
import dev.vesper.proto.admin.v1.LogoutScope;
import dev.vesper.proto.admin.v1.LogoutSettings;
import dev.vesper.proto.admin.v1.OidcConfig;
import dev.vesper.proto.admin.v1.ResponseType;
import io.vertx.sqlclient.Row;

/** A row of {@code apps7} with its OIDC configuration, if it has one, as a message. */
final class AppMessages {
    private AppMessages() {}

    static App app(Row row) {
        App.Builder app = App.newBuilder()
                .setAppId(row.getString("id"))
                .setProjectId(row.getString("project_id"))
                .setName(row.getString("name"))
                .setState(state(row))
                .setDetails(Rows.details(row));
        if (row.getString("client_id") != null) {
            app.setClientId(row.getString("client_id")).setOidc(oidc(row)).setLogout(logout(row));
        }
        if (row.getColumnIndex("api_client_id") >= 0 && row.getString("api_client_id") != null) {
            app.setClientId(row.getString("api_client_id")).setApi(api(row));
        }
        return app.build();
    }

    private static LogoutSettings logout(Row row) {
        return LogoutSettings.newBuilder()
                .setBackChannelClaims(BackChannelLogoutClaims.valueOf(row.getString("back_channel_logout_claims")))
                .addAllBackChannelReasons(Rows.texts(row, "back_channel_logout_reasons"))
                .setTellReason(row.getBoolean("tells_logout_reason"))
                .setScope(LogoutScope.valueOf(row.getString("logout_scope")))
                .build();
    }

    private static AppState state(Row row) {
        boolean active = row.getString("state").equals("active") && row.getBoolean("is_project_active");
        return active ? AppState.APP_STATE_ACTIVE : AppState.APP_STATE_INACTIVE;
    }

    private static ApiConfig api(Row row) {
        return ApiConfig.newBuilder()
                .setAuthMethodType(ApiAuthMethodType.valueOf(row.getString("api_auth_method_type")))
                .build();
    }

    private static OidcConfig oidc(Row row) {
        OidcConfig.Builder config = OidcConfig.newBuilder()
                .addAllRedirectUris(Rows.texts(row, "redirect_uris"))
                .addAllPostLogoutRedirectUris(Rows.texts(row, "post_logout_redirect_uris"))
                .setAppType(AppType.valueOf(row.getString("application_type")))
                .setAuthMethodType(AuthMethodType.valueOf(row.getString("auth_method_type")))
                .setAccessTokenType(AccessTokenType.valueOf(row.getString("access_token_type")))
                .setDevMode(row.getBoolean("is_dev_mode"))
                .setBackChannelLogoutUri(Rows.text(row, "back_channel_logout_uri"))
                .setBackChannelLogoutSessionRequired(row.getBoolean("back_channel_logout_session_required"))
                .setFrontChannelLogoutUri(Rows.text(row, "front_channel_logout_uri"))
                .setFrontChannelLogoutSessionRequired(row.getBoolean("front_channel_logout_session_required"))
                .setIdTokenSignedResponseAlg(row.getString("id_token_signed_response_alg"));
        Rows.texts(row, "response_types").forEach(type -> config.addResponseTypes(ResponseType.valueOf(type)));
        Rows.texts(row, "grant_types").forEach(type -> config.addGrantTypes(GrantType.valueOf(type)));
        return config.build();
    }
}
