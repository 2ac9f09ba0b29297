package dev.vesper.oidc.http;

import io.quarkus.qute.TemplateEnum;

/** What an error page says. Each has a text in {@code messages/m.properties}. */
@TemplateEnum
public enum Complaint {
    ADDRESS_NOT_FOUND,
    UNKNOWN_HOST,
    BROKEN_REQUEST,
    UNKNOWN_CLIENT,
    REDIRECT_URI_MISSING,
    REDIRECT_URI_NOT_REGISTERED,
    PARAMETER_TWICE,
    FORM_EXPIRED,
    OTHER_BROWSER,
    SIGN_IN_EXPIRED,
    LOGOUT_HINT_INVALID,
    LOGOUT_CLIENT_DIFFERS,
    LOGOUT_URI_NOT_REGISTERED,
    LOGOUT_REQUEST_INVALID,
    UNAVAILABLE,
    INTERNAL
}
