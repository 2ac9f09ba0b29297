package dev.vesper.notifier.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An HTTP server of this process for itself, on loopback, that answers 200 to everything and keeps nothing. It speaks no TLS. */
public final class Mirror implements AutoCloseable {
    private final HttpServer server;

    private Mirror(HttpServer server) {
        this.server = server;
    }

    /** @throws IllegalStateException when no port is to be had in time */
    static Mirror open(Vertx vertx, Duration longest) {
        var server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end());
        var listening = server.listen(0, InetAddress.getLoopbackAddress().getHostAddress());
        try {
            return new Mirror(
                    listening.toCompletionStage().toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no port on loopback", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** @param scheme with {@code https}, a handshake begins and fails */
    public URI uri(String scheme) {
        return URI.create(scheme + "://localhost:" + server.actualPort() + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
