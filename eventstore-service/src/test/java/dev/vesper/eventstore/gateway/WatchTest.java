package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.GatewayTest.admin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.write.member.MemberLevel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events, as a browser or a script takes them. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WatchTest {
    private static final String EVENTS = "/admin/v1/events:watch?eventTypes=project.added&eventTypes=project.removed";

    @Inject
    Actors actors;

    @TestHTTPResource
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void events_come_as_they_happen_and_nothing_is_missed_after_a_break() throws Exception {
        String cursor;
        try (var stream = open(EVENTS, AdminToken.read(), "")) {
            assertThat(stream.response.headers().firstValue("Content-Type")).contains("text/event-stream");
            project("Watched");
            cursor = stream.until(line -> line.startsWith("id: ")).substring(4);
            assertThat(stream.until(line -> line.startsWith("data: ")))
                    .contains("project.added")
                    .contains("Watched");
            assertThat(stream.until(String::isEmpty)).isEmpty();
            assertThat(stream.until(line -> line.equals(":"))).isEqualTo(":");
        }
        project("Meanwhile");
        try (var stream = open(EVENTS, AdminToken.read(), cursor)) {
            assertThat(stream.until(line -> line.startsWith("data: "))).contains("Meanwhile");
        }
    }

    @Test
    void the_stream_ends_when_its_caller_may_no_longer_watch() throws Exception {
        var viewer = actors.member(
                MemberLevel.INSTANCE, "default", actors.person("default", actors.org("default")), "IAM_OWNER_VIEWER");
        try (var stream = open(EVENTS, viewer.token(), "")) {
            actors.dismiss(MemberLevel.INSTANCE, "default", viewer);

            assertThat(stream.until(line -> line.startsWith("event: "))).isEqualTo("event: error");
            assertThat(stream.until(line -> line.startsWith("data: "))).contains("PERMISSION_DENIED");
            assertThat(stream.rest()).isTrue();
        }
    }

    @Test
    void who_may_not_watch_gets_a_plain_answer_and_so_does_one_too_many() throws Exception {
        var nobody = actors.person("default", actors.org("default"));
        assertThat(status(nobody.token())).isEqualTo(403);
        List<Stream> watching = new ArrayList<>();
        try {
            int status = 200;
            for (int i = 0; i < 10 && status == 200; i++) {
                var stream = open(EVENTS, AdminToken.read(), "");
                watching.add(stream);
                status = stream.response.statusCode();
            }
            assertThat(status).isEqualTo(429);
        } finally {
            for (var stream : watching) {
                stream.close();
            }
        }
        while (status(AdminToken.read()) == 429) {
            Thread.onSpinWait(); // Places become free as it is noticed that nobody is there; the test's timeout ends
            // this.
        }
    }

    private int status(String token) throws Exception {
        try (var stream = open(EVENTS, token, "")) {
            return stream.response.statusCode();
        }
    }

    private static void project(String name) {
        admin().body(Map.of("name", name)).post("/admin/v1/projects").then().statusCode(200);
    }

    private Stream open(String path, String token, String after) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        return new Stream(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private static final class Stream implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Stream(HttpResponse<InputStream> response) {
            this.response = response;
            this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        String until(Predicate<String> wanted) throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            throw new AssertionError("the stream ended before that");
        }

        /** Whether it ends. */
        boolean rest() throws IOException {
            return lines.transferTo(Writer.nullWriter()) >= 0;
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
