package dev.vesper.acceptance;

import dev.vesper.backing.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of eventstore-service, of whichever version. It ends with this JVM. */
final class Pod implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final long STOP_LIMIT_S = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path jar;
    private final Path log;
    private final Map<String, String> environment;
    private final int port = freePort();
    private final int management = freePort();
    private final Process process;
    private final Tether tether;

    private Pod(Path jar, Path log, Map<String, String> environment) {
        this.jar = jar;
        this.log = log;
        this.environment = new HashMap<>(environment);
        this.process = launch();
        this.tether = Tether.tie(process.pid(), "TERM");
    }

    static Pod start(Path jar, Path log, Map<String, String> environment) {
        var pod = new Pod(jar, log, environment);
        pod.awaitReady();
        return pod;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Of the process, as it stands in the holder of a lease. */
    String holder() {
        return process.pid() + "@";
    }

    /** Freezes it, as a stalled machine would. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        tether.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(java, "-Xmx384m", "-XX:+UseSerialGC", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Eventually.isTrue(START_LIMIT, "the service is ready, see " + log, () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new AssertionError("the service ended with exit code " + process.exitValue() + ", see " + log);
        }
    }

    private boolean isReady() {
        var ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
        try {
            return HTTP.send(HttpRequest.newBuilder(ready).timeout(ANSWER_LIMIT).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + ready, e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling " + process.pid(), e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
