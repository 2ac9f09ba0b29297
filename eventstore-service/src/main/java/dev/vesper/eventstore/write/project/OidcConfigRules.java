package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.webkey.KeyRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an OIDC app's registration must look like, and its defaults. Field names are those of the admin API. */
final class OidcConfigRules {
    private static final String CODE = "RESPONSE_TYPE_CODE";
    private static final String AUTHORIZATION_CODE = "GRANT_TYPE_AUTHORIZATION_CODE";
    private static final Set<String> RESPONSE_TYPES =
            Set.of(CODE, "RESPONSE_TYPE_ID_TOKEN", "RESPONSE_TYPE_ID_TOKEN_TOKEN");
    private static final Set<String> GRANT_TYPES = Set.of(
            AUTHORIZATION_CODE,
            "GRANT_TYPE_REFRESH_TOKEN",
            "GRANT_TYPE_DEVICE_CODE",
            "GRANT_TYPE_TOKEN_EXCHANGE",
            "GRANT_TYPE_IMPLICIT");
    private static final Set<String> APP_TYPES = Set.of("APP_TYPE_WEB", "APP_TYPE_USER_AGENT", "APP_TYPE_NATIVE");
    private static final Set<String> AUTH_METHODS = Set.of(
            "AUTH_METHOD_TYPE_BASIC",
            "AUTH_METHOD_TYPE_POST",
            "AUTH_METHOD_TYPE_NONE",
            "AUTH_METHOD_TYPE_PRIVATE_KEY_JWT");
    private static final Set<String> TOKEN_TYPES = Set.of("ACCESS_TOKEN_TYPE_BEARER", "ACCESS_TOKEN_TYPE_JWT");
    private static final Set<String> ALGORITHMS = Set.copyOf(KeyRules.ALGORITHMS);

    private OidcConfigRules() {}

    /** The same configuration with its defaults filled in. */
    static OidcAppConfig checked(OidcAppConfig config) {
        boolean dev = config.devMode();
        return new OidcAppConfig(
                redirectUris(config),
                ClientUris.checkedAll(config.postLogoutRedirectUris(), "postLogoutRedirectUris", dev),
                all(config.responseTypes(), "responseTypes", RESPONSE_TYPES, CODE),
                all(config.grantTypes(), "grantTypes", GRANT_TYPES, AUTHORIZATION_CODE),
                one(config.appType(), "appType", APP_TYPES, "APP_TYPE_WEB"),
                one(config.authMethodType(), "authMethodType", AUTH_METHODS, "AUTH_METHOD_TYPE_BASIC"),
                one(config.accessTokenType(), "accessTokenType", TOKEN_TYPES, "ACCESS_TOKEN_TYPE_BEARER"),
                dev,
                ClientUris.checkedOptional(config.backChannelLogoutUri(), "backChannelLogoutUri", dev),
                config.backChannelLogoutSessionRequired(),
                frontChannelLogoutUri(config),
                config.frontChannelLogoutSessionRequired(),
                one(config.idTokenSignedResponseAlg(), "idTokenSignedResponseAlg", ALGORITHMS, "RS256"));
    }

    private static List<String> redirectUris(OidcAppConfig config) {
        List<String> uris = ClientUris.checkedAll(config.redirectUris(), "redirectUris", config.devMode());
        List<String> grants = config.grantTypes();
        boolean byRedirect = grants.isEmpty() || grants.contains(AUTHORIZATION_CODE);
        if (uris.isEmpty() && byRedirect) {
            throw invalid("redirectUris", "needs at least one URI");
        }
        return uris;
    }

    /** OpenID Connect Front-Channel Logout 1.0, section 2: at an origin of its redirect URIs, so that our page frames nobody else. */
    private static @Nullable String frontChannelLogoutUri(OidcAppConfig config) {
        String uri =
                ClientUris.checkedOptional(config.frontChannelLogoutUri(), "frontChannelLogoutUri", config.devMode());
        if (uri != null && config.redirectUris().stream().noneMatch(known -> ClientUris.haveSameOrigin(known, uri))) {
            throw invalid("frontChannelLogoutUri", "must have scheme, host and port of one of the redirectUris");
        }
        return uri;
    }

    private static List<String> all(List<String> values, String field, Set<String> known, String byDefault) {
        List<String> distinct = values.stream().distinct().toList();
        for (int i = 0; i < distinct.size(); i++) {
            if (!known.contains(distinct.get(i))) {
                throw invalid(field + "[" + i + "]", "must be one of " + sorted(known));
            }
        }
        return distinct.isEmpty() ? List.of(byDefault) : distinct;
    }

    private static String one(@Nullable String value, String field, Set<String> known, String byDefault) {
        if (value == null || value.isEmpty() || value.endsWith("_UNSPECIFIED")) {
            return byDefault;
        }
        if (!known.contains(value)) {
            throw invalid(field, "must be one of " + sorted(known));
        }
        return value;
    }

    private static String sorted(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_OIDC_CONFIG", field, field + " " + problem + ".");
    }
}
