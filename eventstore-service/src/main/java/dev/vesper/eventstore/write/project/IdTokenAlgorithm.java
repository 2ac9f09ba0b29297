package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.Set;

/** By what an app's ID and logout tokens are signed: an app that is set to what no key signs by would get no token. */
final class IdTokenAlgorithm {
    /** OpenID Connect Dynamic Client Registration 1.0, section 2. */
    private static final String DEFAULT = "RS256";

    private IdTokenAlgorithm() {}

    /**
     * The configuration with an algorithm: the one that was asked for, or RS256, or where no key signs by that, one that
     * does.
     *
     * @param active by what the instance signs
     */
    static OidcAppConfig chosen(OidcAppConfig config, Set<String> active) {
        String asked = config.idTokenSignedResponseAlg();
        if (!asked.isEmpty() && !active.contains(asked)) {
            throw CommandRejected.invalid(
                    "NO_SIGNING_KEY",
                    "idTokenSignedResponseAlg",
                    "idTokenSignedResponseAlg must be one by which an active key signs: "
                            + String.join(", ", active.stream().sorted().toList()) + ".");
        }
        return asked.isEmpty() ? with(config, byDefault(active)) : config;
    }

    private static String byDefault(Set<String> active) {
        return active.contains(DEFAULT)
                ? DEFAULT
                : active.stream().sorted().findFirst().orElse(DEFAULT);
    }

    private static OidcAppConfig with(OidcAppConfig config, String algorithm) {
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
                config.frontChannelLogoutUri(),
                config.frontChannelLogoutSessionRequired(),
                algorithm);
    }
}
