package dev.vesper.oidc.http;

import java.util.Map;

/** An error that a client caused, as OAuth endpoints answer it: JSON with a code of the protocol (RFC 6749, section 5.2). */
public final class OAuthProblem extends RuntimeException {
    private final int status;
    private final String error;
    private final String description;
    private final Map<String, String> headers;

    public OAuthProblem(int status, String error, String description) {
        this(status, error, description, Map.of());
    }

    public OAuthProblem(int status, String error, String description, Map<String, String> headers) {
        super(error + ": " + description, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
        this.headers = Map.copyOf(headers);
    }

    public int status() {
        return status;
    }

    public String error() {
        return error;
    }

    public String description() {
        return description;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
