package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** How an API proves itself when it asks about a token. The names are the admin API's. */
final class ApiAuthMethods {
    private static final String BASIC = "API_AUTH_METHOD_TYPE_BASIC";
    private static final String PRIVATE_KEY_JWT = "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT";

    private ApiAuthMethods() {}

    /** The method, or the default for none. */
    static String checked(String method) {
        if (method.isEmpty() || method.endsWith("_UNSPECIFIED")) {
            return BASIC;
        }
        if (!method.equals(BASIC) && !method.equals(PRIVATE_KEY_JWT)) {
            throw CommandRejected.invalid(
                    "INVALID_API_CONFIG",
                    "authMethodType",
                    "authMethodType must be one of " + BASIC + ", " + PRIVATE_KEY_JWT + ".");
        }
        return method;
    }

    /** A client of OAuth that proves itself so, and to which no token is ever given. */
    static OidcAppConfig asClient(String method) {
        String asClient = method.substring("API_".length());
        return new OidcAppConfig(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                asClient,
                "ACCESS_TOKEN_TYPE_BEARER",
                false,
                null,
                false,
                null,
                false,
                "RS256");
    }
}
