package dev.vesper.oidc.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.Map;

/** Locations with parameters. */
public final class Urls {
    private Urls() {}

    /** Adds parameters to a URI that may have a query already; the rest of it stays as it is, byte for byte. */
    public static String withParameters(String uri, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return uri;
        }
        String query = parameters.entrySet().stream()
                .map(entry -> pair(entry.getKey(), entry.getValue()))
                .collect(joining("&"));
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query;
    }

    static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    /** A space becomes %20, which every decoder of queries understands; not all of them take a plus sign. */
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
