package dev.vesper.acceptance;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** An admin's script: the REST face of the admin API. */
final class Admin {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final Duration VIEW_LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "Correct-horse-7-battery";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
    private final AtomicInteger names = new AtomicInteger();
    private final String origin;
    private final String token;
    private volatile String newestWrite = "";

    /** @param token the personal access token of an admin */
    Admin(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    Person.Account createUser() {
        var userName = "person" + names.incrementAndGet();
        var created = post(
                "/admin/v1/users/human",
                Map.of(
                        "userName", userName,
                        "profile", Map.of("givenName", "Ada", "familyName", "Lovelace"),
                        "email", Map.of("email", userName + "@example.com", "isVerified", true),
                        "password", Map.of("password", PASSWORD, "changeRequired", false)));
        var userId = created.path("userId").asText();
        awaitView("/admin/v1/users/" + userId);
        return new Person.Account(userId, userName, PASSWORD);
    }

    Person.Account createUser(Known known) {
        var password = "Password-of-" + names.incrementAndGet() + "-zq-only";
        var created = post(
                "/admin/v1/users/human",
                Map.of(
                        "userName", known.userName(),
                        "profile",
                                Map.of(
                                        "givenName", known.givenName(),
                                        "familyName", known.familyName(),
                                        "displayName", known.displayName()),
                        "email", Map.of("email", known.email(), "isVerified", true),
                        "phone", Map.of("phone", known.phone(), "isVerified", true),
                        "password", Map.of("password", password, "changeRequired", false)));
        var userId = created.path("userId").asText();
        awaitView("/admin/v1/users/" + userId);
        return new Person.Account(userId, known.userName(), password);
    }

    String createProject() {
        return post("/admin/v1/projects", Map.of("name", "Project " + names.incrementAndGet()))
                .path("projectId")
                .asText();
    }

    /** Registers an app whose redirect URIs lie at the receiver, where nothing needs to answer. */
    App createApp(String projectId, Receiver receiver) {
        return createApp(
                projectId,
                receiver,
                (inbox, _) -> Map.of(
                        "backChannelLogoutUri", inbox.uri().toString(), "backChannelLogoutSessionRequired", true));
    }

    /** One that is told by a frame at {@code /NAME/frame} of the receiver, and not by logout tokens. */
    App createAppWithFrame(String projectId, Receiver receiver) {
        return createApp(
                projectId,
                receiver,
                (_, name) -> Map.of(
                        "frontChannelLogoutUri",
                        receiver.origin().resolve("/" + name + "/frame").toString(),
                        "frontChannelLogoutSessionRequired",
                        true));
    }

    private App createApp(String projectId, Receiver receiver, BiFunction<Inbox, String, Map<String, ?>> howItIsTold) {
        var name = "app" + names.incrementAndGet();
        var inbox = receiver.inbox(name);
        var callback = receiver.origin().resolve("/" + name + "/callback");
        var signedOut = receiver.origin().resolve("/" + name + "/signed-out");
        var registration = new LinkedHashMap<String, Object>();
        registration.put("name", name);
        registration.put("redirectUris", List.of(callback.toString()));
        registration.put("postLogoutRedirectUris", List.of(signedOut.toString()));
        registration.put("responseTypes", List.of("RESPONSE_TYPE_CODE"));
        registration.put("grantTypes", List.of("GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN"));
        registration.put("appType", "APP_TYPE_WEB");
        registration.put("authMethodType", "AUTH_METHOD_TYPE_BASIC");
        registration.putAll(howItIsTold.apply(inbox, name));
        var created = post("/admin/v1/projects/" + projectId + "/apps/oidc", registration);
        var appId = created.path("appId").asText();
        awaitView("/admin/v1/projects/" + projectId + "/apps/" + appId);
        return new App(
                projectId,
                appId,
                created.path("clientId").asText(),
                created.path("clientSecret").asText(),
                callback,
                signedOut,
                inbox);
    }

    /**
     * The provider is about to look for what was just written. A read with the token of the write waits until the view has it, but
     * not for as long as a relay takes that was killed by another test.
     */
    private void awaitView(String path) {
        Eventually.isTrue(
                VIEW_LIMIT, "the view has " + path, () -> send("GET", path, "").status() == 200);
    }

    /** One row per app of the session. */
    List<JsonNode> logouts(String sessionId) {
        var rows = get("/admin/v1/sessions/" + sessionId + "/logouts").path("logouts");
        return List.copyOf(rows.valueStream().toList());
    }

    JsonNode get(String path) {
        return success("GET", path, "");
    }

    JsonNode post(String path, Map<String, ?> body) {
        return success("POST", path, json(body));
    }

    JsonNode delete(String path) {
        return success("DELETE", path, "");
    }

    private JsonNode success(String method, String path, String body) {
        var answer = send(method, path, body);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(method + " " + path + " was answered with " + answer);
        }
        var written = answer.body().path("details").path("consistencyToken").asText("");
        if (!written.isEmpty() && !method.equals("GET")) {
            newestWrite = written;
        }
        return answer.body();
    }

    /** Reads wait until they have seen this script's newest write. */
    private Answered send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!newestWrite.isEmpty()) {
            request.header("X-Consistency-Token", newestWrite);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + origin + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + path, e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and lists are always JSON", e);
        }
    }

    /** What is to be known of a person. */
    record Known(
            String userName, String givenName, String familyName, String displayName, String email, String phone) {}

    record Answered(int status, JsonNode body) {}
}
