package dev.vesper.oidc.userinfo;

import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a bearer token stands: in the header or in the form body, by one of them (RFC 6750, section 2). */
final class BearerToken {
    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    static String read(HttpServerRequest request, Parameters form) {
        List<String> headers = request.headers().getAll("Authorization");
        Optional<String> inForm = form.find("access_token");
        if (headers.size() > 1 || (!headers.isEmpty() && inForm.isPresent()) || form.isRepeated("access_token")) {
            throw challenge(400, "invalid_request", "more than one access token was sent");
        }
        if (headers.isEmpty()) {
            return inForm.orElseThrow(BearerToken::missing);
        }
        String header = headers.getFirst();
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw missing();
        }
        return header.substring(SCHEME.length()).strip();
    }

    /** RFC 6750, section 3. */
    static OAuthProblem challenge(int status, String error, String description) {
        String header = "Bearer realm=\"vesper\", error=\"%s\", error_description=\"%s\"".formatted(error, description);
        return new OAuthProblem(status, error, description, Map.of("WWW-Authenticate", header));
    }

    /** Without a token the challenge says no more (section 3.1). */
    private static OAuthProblem missing() {
        return new OAuthProblem(
                401,
                "invalid_token",
                "an access token is required",
                Map.of("WWW-Authenticate", "Bearer realm=\"vesper\""));
    }
}
