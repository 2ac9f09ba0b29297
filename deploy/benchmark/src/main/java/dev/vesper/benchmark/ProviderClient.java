package dev.vesper.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** What relying parties ask of the provider, which they know by its discovery document alone. */
final class ProviderClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFIER = "one-verifier-is-good-enough-for-all-measured-sign-ins";
    private static final String CHALLENGE = challenge();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode metadata;

    ProviderClient(String issuer) throws IOException, InterruptedException {
        this.metadata = send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
    }

    URI authorization(BenchmarkApp app) {
        return endpoint(
                "authorization_endpoint",
                Map.of(
                        "response_type", "code",
                        "scope", "openid",
                        "client_id", app.clientId(),
                        "redirect_uri", app.redirectUri(),
                        "state", "benchmark",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    /** @return the ID token */
    String exchange(BenchmarkApp app, String code) throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                app.redirectUri(),
                "code_verifier",
                VERIFIER);
        var request = HttpRequest.newBuilder(endpoint("token_endpoint", Map.of()))
                .header("Authorization", app.basicAuthentication())
                .header("Content-Type", Forms.TYPE)
                .POST(BodyPublishers.ofString(Forms.encode(form)));
        return send(request).path("id_token").asText();
    }

    URI endSession(BenchmarkApp app, String idToken) {
        return endpoint(
                "end_session_endpoint",
                Map.of("id_token_hint", idToken, "post_logout_redirect_uri", app.postLogoutRedirectUri()));
    }

    static String sessionOf(String idToken) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(idToken.split("\\.", 3)[1]))
                .path("sid")
                .asText();
    }

    private URI endpoint(String name, Map<String, String> parameters) {
        var endpoint = metadata.path(name).asText();
        return URI.create(parameters.isEmpty() ? endpoint : endpoint + "?" + Forms.encode(parameters));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
