package dev.vesper.acceptance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server of all relying parties, on loopback; each has paths of its own. It also collects traces. */
final class Receiver implements AutoCloseable {
    private static final int LONGEST_QUEUE = 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final Collector collector = new Collector();

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext(Collector.PATH, collector);
        server.setExecutor(threads);
        server.start();
    }

    static Receiver start() {
        try {
            return new Receiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LONGEST_QUEUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collector collector() {
        return collector;
    }

    URI origin() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Opens the back-channel endpoint of one relying party. */
    Inbox inbox(String name) {
        var inbox = new Inbox(origin().resolve("/" + name + "/backchannel"));
        server.createContext(inbox.uri().getPath(), inbox);
        return inbox;
    }

    /** Serves a page. @return the requests for it, with their queries */
    Queue<URI> page(String path, String html) {
        var requests = new ConcurrentLinkedQueue<URI>();
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestURI());
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return requests;
    }

    /** Takes requests for a page and never answers. */
    void silence(String path) {
        server.createContext(path, exchange -> {});
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
