package dev.vesper.oidc.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request: its query or its form body, decoded once ({@code application/x-www-form-urlencoded}). */
public final class Parameters {
    public static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** @throws OAuthProblem invalid_request for a broken percent-encoding */
    public static Parameters parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                add(values, pair);
            }
        }
        return new Parameters(values);
    }

    /** A parameter sent without a value counts as omitted (RFC 6749, section 3.1). */
    public Optional<String> find(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** @return empty text where it is omitted */
    public String text(String name) {
        return find(name).orElse("");
    }

    /** The space-delimited words of a parameter, each once. */
    public List<String> words(String name) {
        return find(name).stream()
                .flatMap(value -> List.of(value.split(" ", -1)).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    public boolean isRepeated(String name) {
        return values.getOrDefault(name, List.of()).size() > 1;
    }

    public Optional<String> firstRepeated() {
        return values.keySet().stream().filter(this::isRepeated).findFirst();
    }

    /** The same parameters in their encoded form. */
    public String encode() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> Urls.pair(entry.getKey(), value)))
                .collect(joining("&"));
    }

    private static void add(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "no parameter has a NUL (RFC 6749, appendix A), and no database takes one");
            }
            return decoded;
        } catch (IllegalArgumentException broken) {
            throw new OAuthProblem(400, "invalid_request", "a parameter has a broken percent-encoding");
        }
    }
}
