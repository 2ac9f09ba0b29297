package dev.vesper.notifier.testbed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Real HTTP endpoints of apps, one per client id, that keep their own record of what they were told. */
public final class RelyingParties implements AutoCloseable {
    private static final Behaviour ACCEPT = (_, exchange) -> respond(exchange, 200, "");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

    /** One POST as it arrived. */
    public record Received(String token, Map<String, List<String>> headers, Instant at) {}

    /** How an app answers its nth call, from 1. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(int call, HttpExchange exchange) throws IOException;
    }

    public RelyingParties() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String uri(String clientId) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + clientId;
    }

    public void behave(String clientId, Behaviour behaviour) {
        behaviours.put(clientId, behaviour);
    }

    public List<Received> of(String clientId) {
        return received.getOrDefault(clientId, List.of());
    }

    public int total() {
        return received.values().stream().mapToInt(List::size).sum();
    }

    public static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String clientId = exchange.getRequestURI().getPath().substring(1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<Received> mine = received.computeIfAbsent(clientId, _ -> new CopyOnWriteArrayList<>());
        String token = URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8);
        int call;
        synchronized (mine) {
            mine.add(new Received(token, Map.copyOf(exchange.getRequestHeaders()), Instant.now()));
            call = mine.size();
        }
        behaviours.getOrDefault(clientId, ACCEPT).answer(call, exchange);
    }
}
