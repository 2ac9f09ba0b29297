package dev.vesper.eventstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.gateway.rest.AdminServices;
import dev.vesper.eventstore.gateway.rest.Route;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every route, found from the descriptors, is sent what no decent client sends; none may fail inside. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class HostileInputTest {
    private static final List<String> BODIES = List.of(
            "{",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{\"\\u0000\": 1}",
            "{\"constructor\": {}}",
            "{\"name\": {\"$ne\": null}}",
            "{\"name\": [[[[]]]], \"userName\": true, \"pageSize\": \"NaN\", \"config\": \"x\"}",
            "{\"pageToken\": \"'; DROP TABLE users; --\", \"pageSize\": 2147483648}",
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "[".repeat(100_000),
            "\ufeff{}");

    private static final List<String> IDS =
            List.of("%00", "..%2f..%2fetc%2fpasswd", "%ff", "x".repeat(2_000), "'%20or%201=1--", "%F0%9F%98%80", "-1");

    @Inject
    AdminServices services;

    @TestHTTPResource
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void no_body_makes_any_route_fail_inside() throws Exception {
        for (var route : services.routes().all()) {
            for (var body : BODIES) {
                check(route, path(route, "unknown-1"), body, AdminToken.read());
            }
        }
    }

    @Test
    void no_id_makes_any_route_fail_inside() throws Exception {
        for (var route : services.routes().all()) {
            for (var id : IDS) {
                check(route, path(route, id), "{}", AdminToken.read());
            }
        }
    }

    @Test
    void no_query_makes_any_route_fail_inside_and_one_that_cannot_be_read_is_refused() throws Exception {
        for (var route : services.routes().all()) {
            for (var query : List.of("?=&&", "?requestId=%00", "?pageSize=x", "?etag=%ff", "?" + "a=b&".repeat(500))) {
                check(route, path(route, "unknown-1") + query, "{}", AdminToken.read());
            }
        }
        var malformed = rawGet("/admin/v1/features?%zz");
        assertThat(malformed).startsWith("HTTP/1.1 400");
    }

    /** No client that is decent sends this. */
    private String rawGet(String target) throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(target, AdminToken.read());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void no_token_but_the_right_one_opens_any_route() throws Exception {
        for (var route : services.routes().all()) {
            for (var token : List.of("x", AdminToken.read() + "x", "Og", "....", "a".repeat(5_000))) {
                assertThat(status(route, path(route, "unknown-1"), "{}", token))
                        .as("%s %s", route.httpMethod(), route.path())
                        .isEqualTo(401);
            }
        }
    }

    private void check(Route route, String path, String body, String token) throws Exception {
        assertThat(status(route, path, body, token))
                .as("%s %s with %.60s", route.httpMethod(), path, body)
                .isLessThan(500);
    }

    private int status(Route route, String path, String body, String token) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(route.httpMethod(), HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close(); // A stream would not end by itself.
        return response.statusCode();
    }

    private static String path(Route route, String id) {
        return route.path().toString().replaceAll("\\{[^}]*}", id);
    }
}
