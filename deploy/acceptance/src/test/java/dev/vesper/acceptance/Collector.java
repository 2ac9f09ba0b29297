package dev.vesper.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces that speaks OTLP over HTTP, as far as it must: it keeps each export as it came. */
final class Collector implements HttpHandler {
    static final String PATH = "/v1/traces";

    private final List<String> exports = new CopyOnWriteArrayList<>();

    /**
     * Whether the service sent a span of this trace. An export comes from one process, and in its protobuf both the name and the
     * 16 bytes of the trace's id stand as they are.
     */
    boolean hasSpan(String service, String traceId) {
        var id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        return exports.stream().anyMatch(export -> export.contains(service) && export.contains(id));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
