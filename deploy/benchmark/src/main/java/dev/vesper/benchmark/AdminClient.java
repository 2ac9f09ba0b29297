package dev.vesper.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Registers who takes part, through the REST face of the admin API. */
final class AdminClient {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final String token;
    private String newestWrite = "";

    AdminClient(LocalStack stack) {
        this.origin = stack.addresses().admin();
        this.token = stack.adminToken();
    }

    String createProject(String name) throws IOException, InterruptedException {
        return post("/admin/v1/projects", Map.of("name", name))
                .path("projectId")
                .asText();
    }

    /** @return the user id */
    String createUser(String userName, String password) throws IOException, InterruptedException {
        var created = post(
                "/admin/v1/users/human",
                Map.of(
                        "userName", userName,
                        "profile", Map.of("givenName", "Ada", "familyName", "Lovelace"),
                        "email", Map.of("email", userName + "@example.com", "isVerified", true),
                        "password", Map.of("password", password, "changeRequired", false)));
        var userId = created.path("userId").asText();
        awaitView("/admin/v1/users/" + userId);
        return userId;
    }

    /** @param home where its redirect and logout URIs lie */
    BenchmarkApp createApp(String projectId, String name, URI home) throws IOException, InterruptedException {
        var apps = "/admin/v1/projects/" + projectId + "/apps/";
        var created = post(
                apps + "oidc",
                Map.of(
                        "name",
                        name,
                        "redirectUris",
                        List.of(home + "/callback"),
                        "postLogoutRedirectUris",
                        List.of(home + "/signed-out"),
                        "responseTypes",
                        List.of("RESPONSE_TYPE_CODE"),
                        "grantTypes",
                        List.of("GRANT_TYPE_AUTHORIZATION_CODE"),
                        "appType",
                        "APP_TYPE_WEB",
                        "authMethodType",
                        "AUTH_METHOD_TYPE_BASIC",
                        "backChannelLogoutUri",
                        home + "/backchannel",
                        "backChannelLogoutSessionRequired",
                        true));
        awaitView(apps + created.path("appId").asText());
        return new BenchmarkApp(
                created.path("clientId").asText(), created.path("clientSecret").asText(), home);
    }

    /** Logs a person out everywhere. */
    void endSessions(String userId) throws IOException, InterruptedException {
        send("/admin/v1/users/" + userId + "/sessions", HttpRequest.newBuilder().DELETE());
    }

    /** A read with the token of the write waits until the view has it. */
    private void awaitView(String path) throws IOException, InterruptedException {
        send(path, HttpRequest.newBuilder().GET());
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var answer = send(path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        newestWrite = answer.path("details").path("consistencyToken").asText();
        return answer;
    }

    private JsonNode send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        request.uri(URI.create(origin + path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Consistency-Token", newestWrite);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
