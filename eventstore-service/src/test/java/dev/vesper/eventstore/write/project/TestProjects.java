package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.webkey.SigningAlgorithms;
import java.util.List;

/** Handlers and configurations for tests. */
public final class TestProjects {
    private TestProjects() {}

    public static ProjectCommands projects(CommandPipeline pipeline, IdSource ids) {
        return new ProjectHandler(pipeline, ids);
    }

    public static AppCommands apps(
            CommandPipeline pipeline, IdSource ids, RandomTokens tokens, SigningAlgorithms algorithms) {
        return new AppHandler(pipeline, ids, tokens, algorithms);
    }

    public static OidcAppConfig config(String... redirectUris) {
        return new OidcAppConfig(
                List.of(redirectUris), List.of(), List.of(), List.of(), "", "", "", false, "", false, "", false, "");
    }

    static OidcAppConfig inDevMode(String... redirectUris) {
        return new OidcAppConfig(
                List.of(redirectUris), List.of(), List.of(), List.of(), "", "", "", true, "", false, "", false, "");
    }

    public static OidcAppConfig withBackChannel(OidcAppConfig config, String uri) {
        return new OidcAppConfig(
                config.redirectUris(),
                config.postLogoutRedirectUris(),
                config.responseTypes(),
                config.grantTypes(),
                config.appType(),
                config.authMethodType(),
                config.accessTokenType(),
                config.devMode(),
                uri,
                true,
                "",
                false,
                "");
    }

    public static OidcAppConfig withFrontChannel(OidcAppConfig config, String uri) {
        return new OidcAppConfig(
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
                uri,
                true,
                "");
    }

    public static OidcAppConfig withAuthMethod(OidcAppConfig config, String method) {
        return new OidcAppConfig(
                config.redirectUris(),
                config.postLogoutRedirectUris(),
                config.responseTypes(),
                config.grantTypes(),
                config.appType(),
                method,
                config.accessTokenType(),
                config.devMode(),
                config.backChannelLogoutUri(),
                true,
                "",
                false,
                "");
    }

    public static OidcAppConfig withGrants(OidcAppConfig config, String... grants) {
        return new OidcAppConfig(
                config.redirectUris(),
                config.postLogoutRedirectUris(),
                config.responseTypes(),
                List.of(grants),
                config.appType(),
                config.authMethodType(),
                config.accessTokenType(),
                config.devMode(),
                config.backChannelLogoutUri(),
                true,
                "",
                false,
                "");
    }

    public static OidcAppConfig withAlgorithm(OidcAppConfig config, String algorithm) {
        return new OidcAppConfig(
                config.redirectUris(),
                config.postLogoutRedirectUris(),
                config.responseTypes(),
                config.grantTypes(),
                config.appType(),
                config.authMethodType(),
                config.accessTokenType(),
                config.devMode(),
                config.backChannelLogoutUri(),
                false,
                "",
                false,
                algorithm);
    }
}
