package dev.vesper.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain questions to the operators' endpoints. */
final class Http {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static Answered get(URI uri) {
        try {
            var request = HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).build();
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(uri.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + uri, e);
        }
    }

    record Answered(int status, String body) {}
}
