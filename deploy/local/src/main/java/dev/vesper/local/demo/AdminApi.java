package dev.vesper.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Vesper's admin API, as JSON over HTTP. */
final class AdminApi {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final String token;

    AdminApi(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, json(body));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body));
    }

    JsonNode delete(String path) {
        return send("DELETE", path, "");
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Refusal(method + " " + path, answer.statusCode(), answer.body());
            }
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + origin + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + method + " " + path, e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and lists are always JSON", e);
        }
    }

    /** An answer that is not a success. */
    static final class Refusal extends RuntimeException {
        static final int NOT_FOUND = 404;
        static final int TAKEN = 409;

        private final int status;

        Refusal(String what, int status, String body) {
            super(what + " was answered with " + status + ": " + body);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
