package dev.vesper.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a process by HTTP whether it is ready. */
final class Readiness {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int TAIL_LINES = 25;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    private Readiness() {}

    /** Returns when the URL answers 200; fails at once when the process has ended before. */
    static void await(ChildProcess process, URI url, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isOk(url)) {
            if (process.awaitExit(BETWEEN)) {
                throw new StackFailure(process.name() + " ended with exit code " + process.exitCode()
                        + " before it was ready" + endOf(process));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(process.name() + " is not ready after " + limit.toSeconds() + " s" + whyNot(url)
                        + endOf(process));
            }
        }
    }

    static boolean isOk(URI url) {
        return get(url).filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** Empty when nothing answers there. */
    static Optional<HttpResponse<String>> get(URI url) {
        try {
            var request = HttpRequest.newBuilder(url).timeout(ANSWER_LIMIT).build();
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + url, e);
        }
    }

    private static String whyNot(URI url) {
        return get(url).map(answer -> "; it says " + answer.body().replaceAll("\\s+", " "))
                .orElse("; nothing answers at " + url);
    }

    private static String endOf(ChildProcess process) {
        return "\nThe end of " + process.log() + ":\n" + new LogFile(process.log()).tail(TAIL_LINES);
    }
}
