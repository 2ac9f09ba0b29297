package dev.vesper.oidc.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ClientCredential.Method;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a client names and proves itself: by exactly one method (RFC 6749, section 2.3). The write side checks it. */
public final class ClientAuthentication {
    private static final String BASIC = "basic ";

    private ClientAuthentication() {}

    /** @throws OAuthProblem invalid_client when it says nothing, invalid_request when it says two things */
    public static ClientCredential read(HttpServerRequest request, Parameters form) {
        return read(request.headers().getAll("Authorization"), form);
    }

    static ClientCredential read(List<String> headers, Parameters form) {
        if (form.find("client_assertion").isPresent()) {
            throw refused(null, "client assertions are not supported");
        }
        if (headers.isEmpty()) {
            return fromForm(form);
        }
        if (headers.size() > 1 || form.find("client_secret").isPresent()) {
            throw new OAuthProblem(400, "invalid_request", "more than one client authentication method was used");
        }
        return sameClient(fromHeader(headers.getFirst()), form);
    }

    /** RFC 6749, section 5.2: 401, and the method that was tried where that was a header. */
    public static OAuthProblem refused(@Nullable ClientCredential credential, String description) {
        boolean basic = credential != null && credential.getMethod() == Method.METHOD_BASIC;
        return new OAuthProblem(
                401,
                "invalid_client",
                description,
                basic ? Map.of("WWW-Authenticate", "Basic realm=\"vesper\", charset=\"UTF-8\"") : Map.of());
    }

    private static ClientCredential fromForm(Parameters form) {
        String clientId = form.find("client_id").orElseThrow(() -> refused(null, "client authentication is missing"));
        String secret = form.text("client_secret");
        return credential(secret.isEmpty() ? Method.METHOD_NONE : Method.METHOD_POST, clientId, secret);
    }

    private static ClientCredential fromHeader(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw refused(credential(Method.METHOD_BASIC, "", ""), "only Basic is supported in the header");
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String pair = new String(decoded, UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no colon");
            }
            // Both are form-encoded before they are joined (RFC 6749, section 2.3.1).
            return credential(
                    Method.METHOD_BASIC,
                    URLDecoder.decode(pair.substring(0, colon), UTF_8),
                    URLDecoder.decode(pair.substring(colon + 1), UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw refused(credential(Method.METHOD_BASIC, "", ""), "the Authorization header is malformed");
        }
    }

    private static ClientCredential sameClient(ClientCredential credential, Parameters form) {
        if (form.find("client_id")
                .filter(id -> !id.equals(credential.getClientId()))
                .isPresent()) {
            throw new OAuthProblem(400, "invalid_request", "client_id differs from the authenticated client");
        }
        return credential;
    }

    private static ClientCredential credential(Method method, String clientId, String secret) {
        return ClientCredential.newBuilder()
                .setMethod(method)
                .setClientId(clientId)
                .setSecret(secret)
                .build();
    }
}
