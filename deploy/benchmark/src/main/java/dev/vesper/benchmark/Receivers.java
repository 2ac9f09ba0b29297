package dev.vesper.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server of all relying parties, on loopback. It notes when each logout token comes, before it answers. */
final class Receivers implements AutoCloseable {
    private static final int LONGEST_QUEUE = 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Tellings> bySession = new ConcurrentHashMap<>();
    private volatile Tellings any = new Tellings(1);

    Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LONGEST_QUEUE);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI home(String name) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
    }

    /** From now on the tokens for this session are noted. */
    Tellings expect(String sessionId, int apps) {
        var tellings = new Tellings(apps);
        bySession.put(sessionId, tellings);
        return tellings;
    }

    /** From now on the first token for anybody is noted. */
    Tellings expectAny() {
        var tellings = new Tellings(1);
        any = tellings;
        return tellings;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/backchannel")) {
                note(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Whether the tokens are good is for the acceptance tests to check. */
    private void note(String form) throws IOException {
        long at = System.nanoTime();
        var claims = Forms.value(form, "logout_token").split("\\.", 3)[1];
        var claimed = JSON.readTree(Base64.getUrlDecoder().decode(claims));
        var tellings = bySession.get(claimed.path("sid").asText());
        any.told("anybody", at);
        if (tellings != null) {
            tellings.told(claimed.path("aud").asText(), at);
        }
    }
}
