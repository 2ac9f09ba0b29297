package dev.vesper.local.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One HTTP request and its answer. */
record Call(HttpExchange exchange) {
    private static final int LONGEST_BODY_BYTES = 65_536;

    String method() {
        return exchange.getRequestMethod();
    }

    URI uri() {
        return exchange.getRequestURI();
    }

    Optional<String> cookie(String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Kept until the browser is closed. */
    void setCookie(String name, String value) {
        exchange.getResponseHeaders().add("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    String contentType() {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
    }

    String body() throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LONGEST_BODY_BYTES), StandardCharsets.UTF_8);
    }

    void redirect(URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        send(303, "text/plain", "");
    }

    void html(int status, String page) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        send(status, "text/html", page);
    }

    void send(int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
