package dev.vesper.eventstore.gateway;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.proto.admin.v1.CreateOidcAppRequest;
import dev.vesper.proto.admin.v1.OidcConfig;
import java.util.List;

/** An app's configuration as the event has it; enum values keep their names, and their meaning is the decider's. */
final class OidcConfigs {
    private OidcConfigs() {}

    static OidcAppConfig of(OidcConfig config) {
        return new OidcAppConfig(
                List.copyOf(config.getRedirectUrisList()),
                List.copyOf(config.getPostLogoutRedirectUrisList()),
                config.getResponseTypesList().stream().map(Enum::name).toList(),
                config.getGrantTypesList().stream().map(Enum::name).toList(),
                config.getAppType().name(),
                config.getAuthMethodType().name(),
                config.getAccessTokenType().name(),
                config.getDevMode(),
                config.getBackChannelLogoutUri(),
                config.getBackChannelLogoutSessionRequired(),
                config.getFrontChannelLogoutUri(),
                config.getFrontChannelLogoutSessionRequired(),
                config.getIdTokenSignedResponseAlg());
    }

    static OidcAppConfig of(CreateOidcAppRequest request) {
        return new OidcAppConfig(
                List.copyOf(request.getRedirectUrisList()),
                List.copyOf(request.getPostLogoutRedirectUrisList()),
                request.getResponseTypesList().stream().map(Enum::name).toList(),
                request.getGrantTypesList().stream().map(Enum::name).toList(),
                request.getAppType().name(),
                request.getAuthMethodType().name(),
                request.getAccessTokenType().name(),
                request.getDevMode(),
                request.getBackChannelLogoutUri(),
                request.getBackChannelLogoutSessionRequired(),
                request.getFrontChannelLogoutUri(),
                request.getFrontChannelLogoutSessionRequired(),
                request.getIdTokenSignedResponseAlg());
    }
}
